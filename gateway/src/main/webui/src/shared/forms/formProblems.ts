import type { FormInstance } from 'antd';
import { Problem } from '../api/problem';

/** Puts the fields of a refusal beside the inputs they are about; answers whether there was any that the form knows. */
export function showFieldProblems(form: FormInstance, cause: unknown): boolean {
  if (!(cause instanceof Problem) || cause.fields.length === 0) return false;
  const known = cause.fields
    .map(({ field, detail }) => ({ name: path(field), errors: [detail] }))
    .filter(({ name }) => form.getFieldInstance(name) !== undefined || form.isFieldTouched(name));
  form.setFields(known);
  return known.length > 0;
}

/** "deliverables[0].format" -> ['deliverables', 0, 'format'] */
function path(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
