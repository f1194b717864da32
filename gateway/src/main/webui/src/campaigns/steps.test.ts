import { expect, it } from 'vitest';
import { paths } from './states';
import { fieldsOf, mustExplain, steps } from './steps';

it('leads only to columns of the board', () => {
  for (const [verb, { to = {} }] of Object.entries(steps)) {
    if (to.GIFT) expect(paths.GIFT, verb).toContain(to.GIFT);
    if (to.PAID) expect(paths.PAID, verb).toContain(to.PAID);
  }
});

it('asks for an address only where something is sent', () => {
  expect(fieldsOf('accept', 'GIFT')).toContain('address');
  expect(fieldsOf('accept', 'PAID')).not.toContain('address');
});

it('asks why for whatever is done in the name of the KOL', () => {
  expect(mustExplain('submit-post', ['submit-post'])).toBe(true);
  expect(mustExplain('approve-draft', [])).toBe(false);
  expect(mustExplain('cancel', [])).toBe(true);
});

it('never lets a step that ends something be reached by a drag', () => {
  for (const [verb, { to, danger }] of Object.entries(steps)) {
    if (danger) expect(to, verb).toBeUndefined();
  }
});
