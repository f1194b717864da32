import { formatMoney, formatNumber, formatPercent, moneyAsTyped, parseMoney } from '../shared/format/numbers';

/** What campaigns are for, and the metrics that say whether they got there. */
export const metricsByKind: Record<string, readonly string[]> = {
  AWARENESS: ['CPM', 'REACH'],
  ENGAGEMENT: ['CPE', 'ENGAGEMENT_RATE', 'VIRAL_RATE'],
  TRAFFIC: ['CPC', 'CLICKS'],
  SALES: ['ROAS', 'ROI', 'CPA', 'NET_REVENUE'],
  POSITIONING: ['SHARE_OF_VOICE', 'SENTIMENT'],
  CONTENT: ['ASSETS', 'CPR'],
};

const money = new Set(['CPM', 'CPE', 'CPC', 'CPA', 'CPR', 'NET_REVENUE']);
const shares = new Set(['ENGAGEMENT_RATE', 'VIRAL_RATE', 'SHARE_OF_VOICE', 'ROI']);

export type TargetUnit = 'money' | 'percent' | 'number';

export function unitOf(metric: string | undefined): TargetUnit {
  if (metric && money.has(metric)) return 'money';
  return metric && shares.has(metric) ? 'percent' : 'number';
}

/** Typed in the unit that people say it in; the service keeps minor units, shares and plain numbers. */
export function targetFrom(typed: string, metric: string, currency: string): number | undefined {
  const unit = unitOf(metric);
  if (unit === 'money') return parseMoney(typed, currency)?.amountMinor;
  const value = Number(typed.replace(/[,，\s]/g, ''));
  if (typed.trim() === '' || !Number.isFinite(value) || value <= 0) return undefined;
  return unit === 'percent' ? Number((value / 100).toFixed(6)) : value;
}

export function targetAsTyped(target: number, metric: string, currency: string): string {
  const unit = unitOf(metric);
  if (unit === 'money') return moneyAsTyped({ amountMinor: Math.round(target), currency });
  return unit === 'percent' ? String(Number((target * 100).toFixed(4))) : String(target);
}

export function formatTarget(target: number, metric: string, currency: string, language: string): string {
  const unit = unitOf(metric);
  if (unit === 'money') return formatMoney({ amountMinor: Math.round(target), currency }, language);
  return unit === 'percent' ? formatPercent(target, language) : formatNumber(target, language);
}
