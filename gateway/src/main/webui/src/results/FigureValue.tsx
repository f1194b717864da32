import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber, formatPercent, minorDigits } from '../shared/format/numbers';
import { Explain } from '../shared/ui/Explain';
import { None } from '../shared/ui/Figures';
import { type Figure, formulasQuery } from './api';
import css from './results.module.css';

/** Ratios that people read as so many for each one spent; every other ratio is a share and reads as a percentage. */
const multiples = new Set(['ROAS', 'ROI']);

/** How a figure reads: money with its code (a cost per something may have a fraction of a minor unit), shares in per cent. */
export function figureText(figure: Pick<Figure, 'unit' | 'value' | 'currency' | 'formula'>, language: string): string {
  const { unit, value, currency, formula } = figure;
  if (value === null || value === undefined) return '–';
  if (unit === 'MONEY' && currency) {
    if (Number.isInteger(value)) return formatMoney({ amountMinor: value, currency }, language);
    const digits = minorDigits(currency);
    const major = value / 10 ** digits;
    return `${currency}\u00a0${formatNumber(major, language, Math.abs(major) < 10 ? digits + 2 : digits)}`;
  }
  if (unit === 'RATIO')
    return multiples.has(formula) ? formatNumber(value, language, 2) : formatPercent(value, language);
  return formatNumber(value, language, 0);
}

/** A figure of a report; a click says by which formula, from what, and as of when, or why it can't be computed. */
export function FigureValue({ figure, currency }: { figure: Figure | undefined; currency?: string }) {
  const { t, i18n } = useTranslation('results');
  const { data } = useQuery(formulasQuery);
  if (!figure) return <None />;
  const newest = figure.inputs.map(({ asOf }) => asOf ?? '').reduce((one, other) => (one > other ? one : other), '');
  const expression = data?.formulas.find(({ name }) => name === figure.formula)?.expression;
  return (
    <Explain
      estimate={figure.formula === 'EMV'}
      why={{
        name: t(`metric.${figure.formula}`),
        formula: expression,
        version: figure.version,
        inputs: figure.inputs.map((input) => ({
          label: (
            <>
              {t(`input.${input.name}`, { defaultValue: input.name })}{' '}
              <small className={css.source}>{t(`source.${input.source}`)}</small>
            </>
          ),
          value: figureText({ ...input, currency: figure.currency ?? currency ?? null, formula: '' }, i18n.language),
        })),
        asOf: newest || undefined,
        note: figure.notComputable && t('notComputable', { because: figure.notComputable.because }),
      }}
    >
      {figure.value === null || figure.value === undefined ? (
        <span className={css.missing}>{t('noFigure')}</span>
      ) : (
        <span className={css.number}>{figureText(figure, i18n.language)}</span>
      )}
    </Explain>
  );
}
