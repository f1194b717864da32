import type { Preview, Template } from './importApi';

/** Which field each column holds, by the column's index; a column without one is not imported. */
export type Mapping = Record<number, string>;

/** Fields of which an account has several, so that several columns may hold them. */
const repeatable = new Set(['topic']);

/** The service's own guess from the headers and the first lines. */
export function guessed(preview: Preview): Mapping {
  return Object.fromEntries(preview.columns.flatMap(({ index, field }) => (field ? [[index, field]] : [])));
}

/** A kept mapping, on the columns that this file has. */
export function fromTemplate(template: Template, preview: Preview): Mapping {
  return Object.fromEntries(
    template.columns.flatMap(({ header, field }) => {
      const column = preview.columns.find((one) => one.header === header);
      return column ? [[column.index, field]] : [];
    }),
  );
}

export function toTemplateColumns(mapping: Mapping, preview: Preview): Template['columns'] {
  return preview.columns.flatMap(({ index, header }) => {
    const field = mapping[index];
    return field ? [{ header, field }] : [];
  });
}

export type MappingProblem = { kind: 'noIdentity' } | { kind: 'twice'; field: string };

/** What must be put right before the import can start. */
export function problemsOf(mapping: Mapping): MappingProblem[] {
  const fields = Object.values(mapping);
  const problems: MappingProblem[] = [];
  if (!fields.includes('handle') && !fields.includes('platformUid')) problems.push({ kind: 'noIdentity' });
  for (const field of new Set(fields)) {
    if (!repeatable.has(field) && fields.filter((one) => one === field).length > 1)
      problems.push({ kind: 'twice', field });
  }
  return problems;
}
