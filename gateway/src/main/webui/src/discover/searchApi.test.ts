import { expect, it } from 'vitest';
import { searchQuery } from './searchApi';

it('asks in shares and minor units for what people type in percent and yuan', () => {
  const question = {
    limit: 50,
    q: '护肤',
    filters: { platform: ['douyin'], engagementFrom: ['4.5'], priceTo: ['12,800.50'] },
  };

  expect(searchQuery(question)).toMatchObject({
    q: '护肤',
    platform: ['douyin'],
    engagementFrom: 0.045,
    priceToMinor: 1_280_050,
    priceCurrency: 'CNY',
  });
});

it('leaves out a range that is no number', () => {
  expect(searchQuery({ limit: 50, filters: { engagementTo: ['many'], priceFrom: ['x'] } })).toMatchObject({
    engagementTo: undefined,
    priceFromMinor: undefined,
  });
});
