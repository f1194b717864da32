import { useTranslation } from 'react-i18next';
import type { MoneyAmount } from '../api/http';
import { formatDate, formatDateTime, formatRelative } from '../format/dates';
import { formatCompact, formatMoney, formatMoneyCompact, formatNumber, formatPercent } from '../format/numbers';
import css from './Figures.module.css';

/** Stands where there is no value: unknown is not zero. */
export function None() {
  const { t } = useTranslation();
  return (
    <span className={css.none}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t('value.unknown')}</span>
    </span>
  );
}

type Maybe<T> = T | null | undefined;

/** An amount with its currency code; compact on cards, then exact on hover. */
export function Money({ value, compact = false }: { value: Maybe<MoneyAmount>; compact?: boolean }) {
  const { i18n } = useTranslation();
  if (!value) return <None />;
  const exact = formatMoney(value, i18n.language);
  if (!compact) return <span className={css.number}>{exact}</span>;
  return (
    <span className={css.number} title={exact}>
      {formatMoneyCompact(value, i18n.language)}
    </span>
  );
}

export function Count({ value, compact = false }: { value: Maybe<number>; compact?: boolean }) {
  const { i18n } = useTranslation();
  if (value === null || value === undefined) return <None />;
  const exact = formatNumber(value, i18n.language);
  if (!compact || Math.abs(value) < 10_000) return <span className={css.number}>{exact}</span>;
  return (
    <span className={css.number} title={exact}>
      {formatCompact(value, i18n.language)}
    </span>
  );
}

/** A ratio as a percentage; `of` says of what ("of views"). */
export function Percent({ value, of, digits }: { value: Maybe<number>; of?: string; digits?: number }) {
  const { i18n } = useTranslation();
  if (value === null || value === undefined) return <None />;
  return (
    <span className={css.number}>
      {formatPercent(value, i18n.language, digits)}
      {of && <small className={css.of}> {of}</small>}
    </span>
  );
}

/** A date or a time in the reader's zone; `relative` adds "in 3 days" beside it. */
export function When({
  value,
  relative = false,
  time = false,
}: {
  value: Maybe<string>;
  relative?: boolean;
  time?: boolean;
}) {
  const { i18n } = useTranslation();
  if (!value) return <None />;
  const language = i18n.language;
  return (
    <time dateTime={value} title={formatDateTime(value, language)} className={css.when}>
      {time ? formatDateTime(value, language) : formatDate(value, language)}
      {relative && <span className={css.relative}> · {formatRelative(value, language)}</span>}
    </time>
  );
}
