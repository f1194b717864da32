/** Where two versions of the same thing differ from each other, seen from what this person started with. */
export interface Difference<T> {
  field: keyof T & string;
  mine: unknown;
  theirs: unknown;
  /** Only one side changed it since the common start, so there is nothing to decide. */
  settled?: 'mine' | 'theirs';
}

export function differences<T extends object>(base: T, mine: T, theirs: T): Difference<T>[] {
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])] as (keyof T & string)[];
  return fields
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => ({
      field,
      mine: mine[field],
      theirs: theirs[field],
      settled: same(base[field], theirs[field]) ? 'mine' : same(base[field], mine[field]) ? 'theirs' : undefined,
    }));
}

/** The version to save next, after a person chose a side per field. */
export function merged<T extends object>(mine: T, theirs: T, choices: Partial<Record<keyof T, 'mine' | 'theirs'>>): T {
  const result = { ...mine };
  for (const field of Object.keys(choices) as (keyof T)[]) {
    if (choices[field] === 'theirs') result[field] = theirs[field];
  }
  return result;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
