import { expect, it } from 'vitest';
import type { Preview } from './importApi';
import { fromTemplate, guessed, problemsOf, toTemplateColumns } from './mapping';

const preview: Preview = {
  description: 'CSV, UTF-8, comma',
  headerLine: 1,
  columns: [
    { index: 0, header: 'Rank' },
    { index: 1, header: 'Account', field: 'handle' },
    { index: 2, header: 'Category 1', field: 'topic' },
    { index: 3, header: 'Category 2', field: 'topic' },
    { index: 4, header: 'Subscribers', field: 'followers' },
  ],
  rows: [],
};

it('begins with the guess and leaves out what was not guessed', () => {
  expect(guessed(preview)).toEqual({ 1: 'handle', 2: 'topic', 3: 'topic', 4: 'followers' });
});

it('lets several columns be topics, but only one the followers', () => {
  expect(problemsOf(guessed(preview))).toEqual([]);
  expect(problemsOf({ ...guessed(preview), 0: 'followers' })).toEqual([{ kind: 'twice', field: 'followers' }]);
});

it('needs something that says whom a line is about', () => {
  expect(problemsOf({ 4: 'followers' })).toEqual([{ kind: 'noIdentity' }]);
});

it('puts a kept mapping on the columns that the file has', () => {
  const template = {
    id: 't',
    name: 'Top 1000',
    columns: [...toTemplateColumns(guessed(preview), preview), { header: 'Gone', field: 'bio' }],
  };
  expect(fromTemplate(template, preview)).toEqual(guessed(preview));
});
