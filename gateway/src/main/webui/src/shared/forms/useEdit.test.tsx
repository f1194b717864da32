import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { useEdit } from './useEdit';

const staleVersion = () => new Problem(412, 'STALE_VERSION', 'Changed meanwhile');

function anEdit(reload: () => Promise<{ value: { name: string }; etag: string }>) {
  const sent: string[] = [];
  const edit = renderHook(
    ({ etag, name }) =>
      useEdit({
        opened: { value: { name }, etag },
        words: (agency) => agency,
        reload,
        save: async (words, version) => {
          sent.push(version);
          if (version !== '"2"') throw staleVersion();
          return { value: words, etag: '"3"' };
        },
        onSaved: () => {},
      }),
    { initialProps: { etag: '"1"', name: 'Nova' } },
  );
  return { edit, sent };
}

it('b5_saves_against_the_version_that_the_form_shows_when_the_page_behind_it_has_read_a_newer_one', async () => {
  const { edit, sent } = anEdit(async () => ({ value: { name: 'Theirs' }, etag: '"2"' }));

  edit.rerender({ etag: '"2"', name: 'Theirs' });
  await act(() => edit.result.current.save({ name: 'Mine' }));

  expect(sent).toEqual(['"1"']);
  expect(edit.result.current.conflict).toMatchObject({
    base: { name: 'Nova' },
    mine: { name: 'Mine' },
    theirs: { name: 'Theirs' },
  });
});

it('says so when the other version can not be read either', async () => {
  const gone = new Problem(503, 'TEMPORARILY_UNAVAILABLE', 'Not now');
  const { edit } = anEdit(() => Promise.reject(gone));

  await act(() => edit.result.current.save({ name: 'Mine' }));

  expect(edit.result.current.problem).toBe(gone);
  expect(edit.result.current.busy).toBe(false);
});
