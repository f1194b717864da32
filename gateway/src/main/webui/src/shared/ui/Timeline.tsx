import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from './Figures';
import { EmptyState } from './States';
import css from './Timeline.module.css';

export interface TimelineEntry {
  key: string;
  /** What happened, in the past tense. */
  what: ReactNode;
  who?: ReactNode;
  when: string;
  why?: ReactNode;
  /** A step that was assumed or made by the clock, not by a person. */
  automatic?: boolean;
}

/** History with who, when and why; the newest first, as it is given. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return <EmptyState title={t('history.empty')} />;
  return (
    <ol className={css.timeline}>
      {entries.map((entry) => (
        <li key={entry.key} className={entry.automatic ? css.automatic : undefined}>
          <div className={css.what}>{entry.what}</div>
          <div className={css.meta}>
            <When value={entry.when} time relative />
            {entry.who && <span>{entry.who}</span>}
            {entry.automatic && <span>{t('history.automatic')}</span>}
          </div>
          {entry.why && (
            <blockquote className={css.why} dir="auto">
              {entry.why}
            </blockquote>
          )}
        </li>
      ))}
    </ol>
  );
}
