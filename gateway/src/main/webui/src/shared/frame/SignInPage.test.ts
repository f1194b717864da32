import { expect, it } from 'vitest';
import { safeReturn } from './SignInPage';

it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', undefined])(
  'never leads from the sign-in to %s',
  (target) => {
    expect(safeReturn(target)).toBe('/');
  },
);

it('leads back to the page that was wanted', () => {
  expect(safeReturn('/campaigns?q=spring')).toBe('/campaigns?q=spring');
});
