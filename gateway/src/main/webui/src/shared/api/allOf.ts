import { Problem } from './problem';

/**
 * Does the same to each row, a few at a time, and goes on when one is refused. When any was, the refusals come back together, one line
 * each; what was done stays done, and a retry under the same keys does not do it twice.
 */
export async function allOf<T>(
  rows: T[],
  act: (row: T) => Promise<unknown>,
  nameOf: (row: T) => string,
): Promise<void> {
  const refused: { row: T; problem: Problem }[] = [];
  const waiting = [...rows];
  const worker = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      try {
        await act(row);
      } catch (cause) {
        refused.push({ row, problem: Problem.wrap(cause) });
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  const first = refused[0];
  if (!first) return;
  throw new Problem(
    first.problem.status,
    first.problem.code,
    `${rows.length - refused.length} / ${rows.length}`,
    refused.map(({ row, problem }) => ({ field: nameOf(row), code: problem.code, detail: problem.message })),
  );
}
