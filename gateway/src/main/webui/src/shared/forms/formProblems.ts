import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { Problem } from '../api/problem';
import { useProblemWords } from '../ui/problemWords';

/** Puts the fields of a refusal beside the inputs they are about. */
export function useFieldProblems(form: FormInstance, cause: unknown): void {
  const { ofField, ready, language } = useProblemWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language, and when they arrive
  useEffect(() => {
    if (!(cause instanceof Problem) || cause.fields.length === 0) return;
    const known = cause.fields
      .map((problem) => ({ name: fieldPath(problem.field), errors: [ofField(problem)] }))
      .filter(({ name }) => form.getFieldInstance(name) !== undefined);
    form.setFields(known);
    const first = known[0];
    if (first) form.scrollToField(first.name, { focus: true });
  }, [form, cause, ready, language]);
}

/** "deliverables[0].format" is ['deliverables', 0, 'format'] to a form. */
export function fieldPath(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
