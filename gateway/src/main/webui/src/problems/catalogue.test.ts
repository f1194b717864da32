import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from './locales/en.json';
import chinese from './locales/zh-CN.json';

const catalogue = readFileSync(resolve(process.cwd(), '../../../../docs/errors.md'), 'utf8');

/** Every code of docs/errors.md: the first cell of each row of its tables. */
const codes = [...catalogue.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code = '']) => code);

describe.each([
  ['English', english as Record<string, string>],
  ['Chinese', chinese as Record<string, string>],
])('the catalogue of refusals in %s', (_, words) => {
  it('has a sentence for every code', () => {
    expect(codes.length).toBeGreaterThan(150);
    expect([...new Set(codes)].filter((code) => !words[code]?.trim())).toEqual([]);
  });

  it('has no sentence for a code that nobody sends', () => {
    const ours = ['NOT_YOUR_AREA', 'UNREACHABLE', 'WRONG_VALUE'];
    const sent = new Set([...codes, ...ours]);
    expect(Object.keys(words).filter((key) => !sent.has(key.replace(/_filled$/, '')))).toEqual([]);
  });

  it('says each code without values too, for answers that carry none', () => {
    for (const [key, sentence] of Object.entries(words)) {
      if (key.endsWith('_filled')) expect(words).toHaveProperty(key.replace(/_filled$/, ''));
      else expect(sentence, key).not.toMatch(/[{}]/);
    }
  });
});

it('is written in Chinese where it is said to be', () => {
  const untranslated = Object.entries(chinese).filter(([, sentence]) => !/\p{Script=Han}/u.test(sentence));
  expect(untranslated).toEqual([]);
});
