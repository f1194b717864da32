import { render, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { i18n, speak, startLanguage } from '../i18n';
import { ProblemNote } from './States';

const exhausted = (values: object) =>
  Problem.from(409, { code: 'BUDGET_EXHAUSTED', detail: 'The campaign’s budget has … left.', values });
const values = {
  available: { amountMinor: 100_000, currency: 'CNY' },
  wanted: { amountMinor: 250_000, currency: 'CNY' },
};

beforeAll(async () => {
  await startLanguage();
  await i18n.loadNamespaces('problems');
});

it('says a refusal in the language of the reader, with the values of the answer', async () => {
  await speak('zh-CN');
  render(<ProblemNote problem={exhausted(values)} />);
  expect(await screen.findByText('预算剩余 CNY 1,000.00，需要 CNY 2,500.00。')).toBeTruthy();
  expect(screen.getByText('BUDGET_EXHAUSTED')).toBeTruthy();
});

it('says it without values when the answer carries none, and keeps the words of the service beside it', async () => {
  await speak('zh-CN');
  render(<ProblemNote problem={exhausted({})} />);
  expect(await screen.findByText('预算余额不足。')).toBeTruthy();
  expect(screen.getByText(/budget has … left/).getAttribute('lang')).toBe('en');
});

it('names the kind of refusal when the code is not known', async () => {
  await speak('en');
  render(<ProblemNote problem={Problem.from(409, { code: 'SOMETHING_NEW', detail: 'New.' })} />);
  expect(await screen.findByText('This is not possible now')).toBeTruthy();
});
