import { afterEach } from 'vitest';

// jsdom has no layout: what the components ask of it answers as on a wide, light screen.
window.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
