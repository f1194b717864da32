import { formatMoney, formatNumber, formatPercent, moneyAsTyped, parseMoney } from '../shared/format/numbers';

export const metrics = ['ATTRIBUTED_GMV', 'ORDERS', 'CPE', 'VIRAL_RATE', 'SAVES', 'AUDIT_SCORE'] as const;

type Unit = 'money' | 'percent' | 'number';

export function unitOf(metric: string | undefined): Unit {
  if (metric === 'ATTRIBUTED_GMV' || metric === 'CPE') return 'money';
  return metric === 'VIRAL_RATE' ? 'percent' : 'number';
}

/** Typed in yuan and percent; the service keeps minor units and shares. */
export function thresholdFrom(typed: string, metric: string): number | undefined {
  if (unitOf(metric) === 'money') return parseMoney(typed, 'CNY')?.amountMinor;
  const value = Number(typed.replaceAll(',', ''));
  if (typed.trim() === '' || !Number.isFinite(value) || value < 0) return undefined;
  return unitOf(metric) === 'percent' ? Number((value / 100).toFixed(6)) : value;
}

export function thresholdAsTyped(threshold: number, metric: string): string {
  if (unitOf(metric) === 'money') return moneyAsTyped({ amountMinor: Math.round(threshold), currency: 'CNY' });
  return unitOf(metric) === 'percent' ? String(Number((threshold * 100).toFixed(4))) : String(threshold);
}

export function formatThreshold(threshold: number, metric: string, language: string): string {
  if (unitOf(metric) === 'money') return formatMoney({ amountMinor: Math.round(threshold), currency: 'CNY' }, language);
  return unitOf(metric) === 'percent' ? formatPercent(threshold, language) : formatNumber(threshold, language);
}
