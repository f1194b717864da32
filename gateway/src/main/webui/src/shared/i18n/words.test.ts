import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const words = import.meta.glob<Record<string, unknown>>('/src/*/locales/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.*', '!/src/**/generated/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The words of one feature in one language, by dotted key. */
function flat(value: unknown, prefix = ''): Record<string, string> {
  if (typeof value === 'string') return { [prefix]: value };
  return Object.assign(
    {},
    ...Object.entries(value as object).map(([key, inner]) => flat(inner, prefix ? `${prefix}.${key}` : key)),
  );
}

function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) walk(option.value);
      }
    }
  };
  walk(parse(message));
  return [...names].sort();
}

const features = [...new Set(Object.keys(words).map((path) => path.split('/')[2] ?? ''))];
const of = (feature: string, language: string) => flat(words[`/src/${feature}/locales/${language}.json`] ?? {});

/** The features whose words a source names in a list: `useTranslation(['campaigns', 'steps'])`. */
function spokenIn(source: string): string[] {
  return [...source.matchAll(/useTranslation\(\[([^\]]+)\]/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  );
}

describe.each(features)('the words of %s', (feature) => {
  const english = of(feature, 'en');
  const chinese = of(feature, 'zh-CN');

  it('stand in both languages', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it('take the same arguments in both languages', () => {
    for (const key of Object.keys(english)) {
      expect(argumentsOf(chinese[key] ?? ''), key).toEqual(argumentsOf(english[key] ?? ''));
    }
  });

  it('hold every key that its sources name', () => {
    for (const [path, source] of Object.entries(sources)) {
      if (path.split('/')[2] !== feature) continue;
      for (const [, key = ''] of source.matchAll(/\bt\(\s*'([\w.:-]+)'/g)) {
        const [namespace, name] = key.includes(':') ? key.split(':') : [undefined, key];
        const places = namespace ? [namespace] : [feature, ...spokenIn(source)];
        const known = Object.assign({}, ...places.map((place) => of(place, 'en')));
        expect(known, `${path}: ${key}`).toHaveProperty([name ?? '']);
      }
    }
  });
});
