import type { MoneyAmount } from '../api/http';

const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency has (JPY 0, CNY 2), by ISO 4217 as the browser knows it. */
export function minorDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/** "CNY 184,072.66": the code, never the ambiguous sign, and the minor units digit by digit, without floating point. */
export function formatMoney({ amountMinor, currency }: MoneyAmount, language: string): string {
  const digits = minorDigits(currency);
  const minor = BigInt(amountMinor);
  const sign = minor < 0n ? '−' : '';
  const absolute = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = BigInt(absolute.slice(0, absolute.length - digits));
  const grouped = new Intl.NumberFormat(language).format(whole);
  return `${currency}\u00a0${sign}${grouped}${digits > 0 ? `.${absolute.slice(-digits)}` : ''}`;
}

/** "CNY 184K" / "CNY 18.4万": for cards; the exact amount stands beside it on demand. */
export function formatMoneyCompact({ amountMinor, currency }: MoneyAmount, language: string): string {
  const value = amountMinor / 10 ** minorDigits(currency);
  return `${currency}\u00a0${formatCompact(value, language)}`;
}

export function formatCompact(value: number, language: string): string {
  return new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 })
    .format(value)
    .replace('-', '−');
}

export function formatNumber(value: number, language: string, maximumFractionDigits = 2): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits }).format(value).replace('-', '−');
}

/** A ratio (0.0412) as "4.12 %". */
export function formatPercent(ratio: number, language: string, digits = 2): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits })
    .format(ratio)
    .replace('-', '−');
}

/** What a person typed ("1,250.50") in minor units, or undefined when it is no amount of that currency. */
export function parseMoney(typed: string, currency: string): MoneyAmount | undefined {
  const digits = minorDigits(currency);
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(typed.replace(/[,\s，]/g, ''));
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits) return undefined;
  const amountMinor = Number(`${whole}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(amountMinor) ? { amountMinor, currency } : undefined;
}

/** Minor units as a person would type them: "1250.50". */
export function moneyAsTyped({ amountMinor, currency }: MoneyAmount): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const typed = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return amountMinor < 0 ? `-${typed}` : typed;
}
