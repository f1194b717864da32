import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../ui/Figures';
import { useProblemWords } from '../ui/problemWords';
import { ScrollRegion } from '../ui/ScrollRegion';
import css from './JobProgress.module.css';
import { hasEnded, type Job, type JobError } from './job';

/** Long work: how far it is, what came of it, and its errors by line. It can be left and found again under its address. */
export function JobProgress({
  job,
  countLabel,
  children,
}: {
  job: Job;
  countLabel: (key: string) => string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const done = hasEnded(job.state);
  const failed = ['failed', 'refused'].includes(job.state.toLowerCase());
  const percent = done ? 100 : job.total ? Math.floor((100 * (job.processed ?? 0)) / job.total) : 0;
  const counts = Object.entries(job.counts ?? {});
  const errors = job.errors ?? [];
  return (
    <div className={css.job}>
      <div role="status" className={css.status}>
        <strong>{t(failed ? 'job.failed' : done ? 'job.done' : 'job.running')}</strong>
        {job.processed !== undefined && job.processed !== null && (
          <span>
            {job.total
              ? t('job.of', { done: job.processed, total: job.total })
              : t('job.lines', { count: job.processed })}
          </span>
        )}
      </div>
      <Progress
        percent={percent}
        status={failed ? 'exception' : done ? 'success' : 'active'}
        aria-label={t('job.progress')}
      />
      {!done && <p className={css.leave}>{t('job.mayLeave')}</p>}
      {job.problem && <p role="alert">{job.problem}</p>}
      {counts.length > 0 && (
        <dl className={css.counts}>
          {counts.map(([key, value]) => (
            <div key={key}>
              <dt>{countLabel(key)}</dt>
              <dd>
                <Count value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      {errors.length > 0 && <ErrorTable errors={errors} />}
    </div>
  );
}

interface ErrorTableProps {
  errors: JobError[];
  /** Where the whole list can be had as a file; made of these when left out. */
  download?: string;
  title?: string;
}

/** What was not taken, line by line, to be fixed in the file. */
export function ErrorTable({ errors, download, title }: ErrorTableProps) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const heading = title ?? t('job.errors', { count: errors.length });
  return (
    <section aria-label={heading}>
      <header className={css.errorsHeader}>
        <h3>{heading}</h3>
        <a href={download ?? asCsv(errors)} download="errors.csv">
          {t('job.download')}
        </a>
      </header>
      <ScrollRegion className={css.scroll} label={t('job.errorsTable')}>
        <table className={css.errors}>
          <thead>
            <tr>
              <th className={css.line}>{t('job.line')}</th>
              <th>{t('job.column')}</th>
              <th>{t('job.value')}</th>
              <th>{t('job.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, 500).map((error, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one cell can have two errors; the list never moves
              <tr key={index}>
                <td className={css.line}>{error.line}</td>
                <td>{error.column ?? error.field ?? '–'}</td>
                <td dir="auto">{error.value ?? ''}</td>
                <td>
                  {error.warning && <strong>{t('job.warning')} </strong>}
                  {words.ofField(error)} <code>{error.code}</code>
                  {!error.value && error.detail && words.ofField(error) !== error.detail && (
                    // Which amounts or lines are meant: no cell says it, and the service says it in English.
                    <div lang="en" className={css.detail}>
                      {error.detail}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** A spreadsheet must not run what a cell says: a leading = + - @ is neutralised. */
export function csvCell(value: unknown): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function asCsv(errors: JobError[]): string {
  const rows = errors.map((error) => [error.line, error.column ?? error.field, error.value, error.code, error.detail]);
  const text = [['line', 'column', 'value', 'code', 'reason'], ...rows]
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n');
  return URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
}
