import { describe, expect, it } from 'vitest';
import { formatMoney, formatPercent, moneyAsTyped, parseMoney } from './numbers';

describe('money', () => {
  it('shows the currency code and every minor unit', () => {
    expect(formatMoney({ amountMinor: 18_407_266, currency: 'CNY' }, 'en')).toBe('CNY\u00a0184,072.66');
  });

  it('knows that yen have no decimals', () => {
    expect(formatMoney({ amountMinor: 5000, currency: 'JPY' }, 'zh-CN')).toBe('JPY\u00a05,000');
  });

  it('keeps the sign and the leading zero of small amounts', () => {
    expect(formatMoney({ amountMinor: -5, currency: 'CNY' }, 'en')).toBe('CNY\u00a0−0.05');
  });

  it('shows sixteen digits exactly', () => {
    expect(formatMoney({ amountMinor: 9_007_199_254_740_991, currency: 'CNY' }, 'en')).toBe(
      'CNY\u00a090,071,992,547,409.91',
    );
  });

  it.each([
    ['1,250.50', 125_050],
    ['0.05', 5],
    ['7', 700],
  ])('reads %s as a person means it', (typed, amountMinor) => {
    expect(parseMoney(typed, 'CNY')).toEqual({ amountMinor, currency: 'CNY' });
  });

  it.each(['', '-1', '1.005', 'NaN', '1e5', '99999999999999999999'])('m11_m12 takes %s for no amount', (typed) => {
    expect(parseMoney(typed, 'CNY')).toBeUndefined();
  });

  it('m12_refuses half a yen', () => {
    expect(parseMoney('0.5', 'JPY')).toBeUndefined();
  });

  it('gives back what it read', () => {
    expect(moneyAsTyped({ amountMinor: 125_050, currency: 'CNY' })).toBe('1250.50');
  });
});

it('shows a ratio as a percentage', () => {
  expect(formatPercent(0.0412, 'en')).toBe('4.12%');
});
