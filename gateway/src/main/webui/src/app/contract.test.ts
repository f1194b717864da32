import { expect, it } from 'vitest';
import { steps } from '../campaigns/steps';

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

const documents = import.meta.glob<OpenApi>('../../../../../../*-service/src/main/openapi/openapi.json', {
  eager: true,
  import: 'default',
});
const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.*', '!/src/**/generated/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** "/api/v1/kols/${id}/audit" and "/api/v1/kols/{id}/audit" are one address. */
function shape(path: string): string {
  return path
    .replace(/\$\{(formatQuery|query)\(.*$/, '')
    .replace(/\?.*$/, '')
    .replaceAll(/\$?\{[^}]*\}/g, '*');
}

const declared = Object.values(documents).flatMap(({ paths }) => Object.keys(paths).map(shape));

/** A part that is only known when the program runs stands for any part. */
function same(one: string, other: string): boolean {
  const [left, right] = [one.split('/'), other.split('/')];
  return (
    left.length === right.length && left.every((part, at) => part === right[at] || part === '*' || right[at] === '*')
  );
}

it('has the contract of every service', () => {
  expect(Object.keys(documents)).toHaveLength(4);
});

it('calls only addresses that a service declares', () => {
  const unknown = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/['"`](\/(?:api|partner)\/v1\/[^'"`\s]*)/g)]
      .map(([, path = '']) => shape(path))
      .filter((called) => !declared.some((one) => same(one, called)))
      .map((called) => `${file}: ${called}`),
  );
  expect(unknown).toEqual([]);
});

it('offers only steps that the campaign service takes', () => {
  for (const verb of Object.keys(steps)) expect(declared).toContain(`/api/v1/collaborations/*/${verb}`);
});
