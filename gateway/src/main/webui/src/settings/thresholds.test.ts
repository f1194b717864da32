import { expect, it } from 'vitest';
import { metrics, thresholdAsTyped, thresholdFrom } from './thresholds';

it.each(metrics)('a threshold of %s is shown again as it was typed', (metric) => {
  const kept = thresholdFrom('12.5', metric) as number;
  expect(thresholdFrom(thresholdAsTyped(kept, metric), metric)).toBe(kept);
});

it('keeps money in minor units and rates as shares', () => {
  expect(thresholdFrom('10,000', 'ATTRIBUTED_GMV')).toBe(1_000_000);
  expect(thresholdFrom('40', 'VIRAL_RATE')).toBe(0.4);
});

it.each(['', '-1', 'x'])('refuses %j', (typed) => {
  expect(thresholdFrom(typed, 'ORDERS')).toBeUndefined();
});
