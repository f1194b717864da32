import { expect, it } from 'vitest';
import { differences, merged } from './conflict';

const base = { name: 'Spring', budget: 100, note: 'a' };

it('b5_shows_what_both_changed_and_settles_what_only_one_did', () => {
  const mine = { name: 'Spring 2', budget: 100, note: 'mine' };
  const theirs = { name: 'Spring', budget: 80, note: 'theirs' };

  expect(differences(base, mine, theirs)).toEqual([
    { field: 'name', mine: 'Spring 2', theirs: 'Spring', settled: 'mine' },
    { field: 'budget', mine: 100, theirs: 80, settled: 'theirs' },
    { field: 'note', mine: 'mine', theirs: 'theirs', settled: undefined },
  ]);
});

it('b5_keeps_what_was_typed_unless_the_other_side_is_chosen', () => {
  const mine = { ...base, name: 'Mine' };
  const theirs = { ...base, name: 'Theirs', note: 'theirs' };

  expect(merged(mine, theirs, { name: 'mine', note: 'theirs' })).toEqual({ name: 'Mine', budget: 100, note: 'theirs' });
});
