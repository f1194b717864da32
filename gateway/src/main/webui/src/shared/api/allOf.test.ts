import { expect, it } from 'vitest';
import { allOf } from './allOf';
import { Problem } from './problem';

const rows = ['Aria', 'Mika', 'Noor'].map((kolName) => ({ kolName }));
const nameOf = ({ kolName }: { kolName: string }) => kolName;

it('goes on after a refusal and names who was refused, and why', async () => {
  const done: string[] = [];
  const problem = await allOf(
    rows,
    async ({ kolName }) => {
      if (kolName === 'Mika') throw new Problem(409, 'NO_PLACE_LEFT', 'All places are taken.');
      done.push(kolName);
    },
    nameOf,
  ).catch((cause: unknown) => cause as Problem);

  expect(done).toEqual(['Aria', 'Noor']);
  expect(problem).toMatchObject({ code: 'NO_PLACE_LEFT', message: '2 / 3' });
  expect((problem as Problem).fields).toEqual([
    { field: 'Mika', code: 'NO_PLACE_LEFT', detail: 'All places are taken.' },
  ]);
});

it('says nothing when all went well', async () => {
  await expect(allOf(rows, async () => {}, nameOf)).resolves.toBeUndefined();
});
