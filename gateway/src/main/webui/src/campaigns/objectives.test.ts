import { describe, expect, it } from 'vitest';
import { formatTarget, metricsByKind, targetAsTyped, targetFrom } from './objectives';

describe('a target', () => {
  it('of a cost is kept in minor units', () => {
    expect(targetFrom('1.25', 'CPE', 'CNY')).toBe(125);
  });

  it('of a rate is typed in percent and kept as a share', () => {
    expect(targetFrom('4.5', 'ENGAGEMENT_RATE', 'CNY')).toBe(0.045);
  });

  it('of a count stays as it is', () => {
    expect(targetFrom('1,000,000', 'REACH', 'CNY')).toBe(1_000_000);
  });

  it.each(['', '0', '-3', 'many'])('is refused when it is %j', (typed) => {
    expect(targetFrom(typed, 'ROAS', 'CNY')).toBeUndefined();
  });

  it.each(Object.values(metricsByKind).flat())('of %s is shown again as it was typed', (metric) => {
    const kept = targetFrom('12.5', metric, 'CNY') as number;
    expect(targetFrom(targetAsTyped(kept, metric, 'CNY'), metric, 'CNY')).toBe(kept);
  });

  it('reads with its unit', () => {
    expect(formatTarget(125, 'CPE', 'CNY', 'en')).toBe('CNY\u00a01.25');
    expect(formatTarget(0.045, 'ENGAGEMENT_RATE', 'CNY', 'en')).toBe('4.5%');
  });
});
