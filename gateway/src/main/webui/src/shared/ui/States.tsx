import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { useProblemWords } from './problemWords';
import css from './States.module.css';

/** Says what will stand here and offers the first step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={css.state}>
      <svg viewBox="0 0 64 40" className={css.drawing} aria-hidden="true">
        <rect x="1" y="8" width="42" height="6" rx="3" />
        <rect x="1" y="20" width="62" height="6" rx="3" />
        <rect x="1" y="32" width="28" height="6" rx="3" />
      </svg>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}

/** Says what happened, what was kept and what to do, with the problem's code. */
export function ErrorState({ problem: cause, retry }: { problem: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const problem = Problem.wrap(cause);
  const words = useProblemWords();
  return (
    <div className={css.state} role="alert">
      <h2>{words.sentence(problem)}</h2>
      <p>{words.advice(problem)}</p>
      <p className={css.code}>
        {t('problem.code')}: <code>{problem.code}</code>
        {problem.traceId && (
          <>
            {' '}
            · <code>{problem.traceId}</code>
          </>
        )}
      </p>
      {retry && (
        <div className={css.action}>
          <Button onClick={retry}>{t('actions.retry')}</Button>
        </div>
      )}
    </div>
  );
}

/** The same in one line, above the form that was refused; the form keeps what was typed. */
export function ProblemNote({ problem: cause }: { problem: unknown }) {
  const words = useProblemWords();
  if (!cause) return null;
  const problem = Problem.wrap(cause);
  return (
    <div className={css.note} role="alert">
      <strong>{words.sentence(problem)}</strong>
      <span>{words.advice(problem)}</span>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map((field) => (
            <li key={`${field.field} ${field.code}`}>
              <code>{field.field}</code> {words.ofField(field)}
            </li>
          ))}
        </ul>
      )}
      <code className={css.code}>{problem.code}</code>
    </div>
  );
}

/** Grey lines in the shape of what is coming. */
export function Lines({ count = 3 }: { count?: number }) {
  const { t } = useTranslation();
  return (
    <div className={css.lines} role="status" aria-busy="true" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a skeleton's lines are all alike
        <span key={index} className={css.line} />
      ))}
    </div>
  );
}

/** A whole page that is still on its way. */
export function PageSkeleton() {
  return (
    <div className={css.page}>
      <Lines count={1} />
      <div className={css.block}>
        <Lines count={8} />
      </div>
    </div>
  );
}
