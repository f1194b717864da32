import { expect, it } from 'vitest';
import { formatQuery, parseQuery } from './address';

it('keeps several values of one filter', () => {
  expect(parseQuery('?platform=douyin&platform=weibo&q=护肤')).toEqual({ platform: ['douyin', 'weibo'], q: '护肤' });
});

it('reads back what it wrote', () => {
  const query = { platform: ['douyin', 'weibo'], q: 'a&b=c', sort: '-followers' };
  expect(parseQuery(formatQuery(query))).toEqual(query);
});

it('leaves out what is empty', () => {
  expect(formatQuery({ q: undefined, sort: '', platform: [] })).toBe('');
});
