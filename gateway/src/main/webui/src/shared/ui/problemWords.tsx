import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyAmount } from '../api/http';
import type { FieldProblem, Problem } from '../api/problem';
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/numbers';

/**
 * A refusal in the reader's language. src/problems has a sentence for each code of the catalogue (docs/errors.md) and, as `CODE_filled`, one
 * with the values that some answers carry. They are many and seldom needed, so they come when the first refusal is shown, which reads by its
 * kind until then.
 */
export function useProblemWords() {
  const { t, i18n, ready } = useTranslation(['shared', 'problems'], { useSuspense: false });
  const english = i18n.language === 'en';

  const known = (code: string) => i18n.exists(`problems:${code}`);
  const sentence = (problem: Problem): string => {
    const values = readable(problem.values, i18n.language);
    if (Object.keys(values).length > 0 && known(`${problem.code}_filled`)) {
      return t(`problems:${problem.code}_filled`, values);
    }
    const kind = problem.status === 0 ? 'unreachable' : problem.status >= 500 ? 'server' : String(problem.status);
    return t([`problems:${problem.code}`, `problem.title.${kind}`, 'problem.title.other'], { defaultValue: '' });
  };
  /** What to do; else the service's own sentence, which names what ours may leave out, and is in English. */
  const advice = (problem: Problem): ReactNode => {
    if (problem.status === 0) return t('problem.text.unreachable');
    if (problem.status >= 500) return t('problem.text.server');
    if (problem.message === '') return known(problem.code) ? null : t('problem.text.other');
    const said = Object.keys(problem.values).length > 0 && known(`${problem.code}_filled`);
    return said ? null : <span lang="en">{problem.message}</span>;
  };
  const ofField = ({ code, detail }: Pick<FieldProblem, 'code' | 'detail'>): string => {
    if (english && detail) return detail;
    return known(code) ? t(`problems:${code}`) : detail || code;
  };
  return { sentence, advice, ofField, ready, language: i18n.language };
}

/** Amounts and days as this reader writes them; numbers stay numbers, for plurals. */
export function readable(values: Problem['values'], language: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isMoney(value)
        ? formatMoney(value, language)
        : typeof value === 'number'
          ? value
          : /^\d{4}-\d{2}-\d{2}$/.test(String(value))
            ? formatDate(String(value), language)
            : String(value),
    ]),
  );
}

function isMoney(value: unknown): value is MoneyAmount {
  return typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value;
}
