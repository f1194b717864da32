import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Explain.module.css';
import { When } from './Figures';
import { Popup } from './Popup';

/** Why a figure is what it is. */
export interface Explanation {
  /** What the figure is called. */
  name: ReactNode;
  /** The formula in words or signs, and the version that was applied. */
  formula?: ReactNode;
  version?: string | number | null;
  /** What went into it, each with its value. */
  inputs?: { label: ReactNode; value: ReactNode }[];
  /** Where the inputs came from: platform, upload, tracked. */
  source?: ReactNode;
  /** As of when. */
  asOf?: string | null;
  /** What to keep in mind: assumptions, missing parts. */
  note?: ReactNode;
}

/** A figure that answers "why?": a click opens its formula, inputs, source and time. An estimate looks different from a fact. */
export function Explain({
  children,
  why,
  estimate = false,
}: {
  children: ReactNode;
  why: Explanation;
  estimate?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Popup
      label={t('explain.title')}
      trigger={(attributes) => (
        <button type="button" className={estimate ? css.estimate : css.figure} {...attributes}>
          {estimate && <span aria-hidden>≈ </span>}
          {children}
          <span className="visually-hidden"> {t('explain.open')}</span>
        </button>
      )}
    >
      {() => <ExplanationCard why={why} estimate={estimate} />}
    </Popup>
  );
}

export function ExplanationCard({ why, estimate = false }: { why: Explanation; estimate?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={css.card}>
      <h3>{why.name}</h3>
      {estimate && <p className={css.note}>{t('explain.estimate')}</p>}
      {why.formula && (
        <p className={css.formula}>
          {why.formula}
          {why.version !== undefined && why.version !== null && (
            <span className={css.version}>{t('explain.version', { version: String(why.version) })}</span>
          )}
        </p>
      )}
      {why.inputs && why.inputs.length > 0 && (
        <dl className={css.inputs}>
          {why.inputs.map((input, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the inputs of one explanation never move
            <div key={index}>
              <dt>{input.label}</dt>
              <dd>{input.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {(why.source || why.asOf) && (
        <p className={css.source}>
          {why.source && (
            <span>
              {t('explain.source')}: {why.source}
            </span>
          )}
          {why.asOf && (
            <span>
              {t('explain.asOf')}: <When value={why.asOf} time />
            </span>
          )}
        </p>
      )}
      {why.note && <p className={css.note}>{why.note}</p>}
    </div>
  );
}
