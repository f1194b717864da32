import { useSyncExternalStore } from 'react';

/** What a person chose for their eyes; kept in this browser only. */
export type ThemeChoice = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

export interface Appearance {
  theme: ThemeChoice;
  density: Density;
  /** The theme in force, after asking the system. */
  dark: boolean;
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let current = read();

function read(): Appearance {
  const theme = (localStorage.getItem('kol.theme') as ThemeChoice | null) ?? 'system';
  const density = (localStorage.getItem('kol.density') as Density | null) ?? 'comfortable';
  return { theme, density, dark: theme === 'dark' || (theme === 'system' && systemDark.matches) };
}

function refresh(): void {
  current = read();
  document.documentElement.dataset.theme = current.dark ? 'dark' : 'light';
  document.documentElement.dataset.density = current.density;
  for (const listener of listeners) listener();
}

systemDark.addEventListener('change', refresh);
window.addEventListener('storage', refresh);

export function chooseTheme(theme: ThemeChoice): void {
  localStorage.setItem('kol.theme', theme);
  refresh();
}

export function chooseDensity(density: Density): void {
  localStorage.setItem('kol.density', density);
  refresh();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, () => current);
}
