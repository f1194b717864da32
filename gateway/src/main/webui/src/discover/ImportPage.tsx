import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorTable, JobProgress } from '../shared/imports/JobProgress';
import { hasEnded } from '../shared/imports/job';
import { When } from '../shared/ui/Figures';
import { Card, Facts, Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { ErrorState, Lines, PageSkeleton } from '../shared/ui/States';
import { ConflictCard } from './ConflictCard';
import css from './import.module.css';
import { fetchConflicts, fetchImport, fetchIssues, type Issue, importKey, type KolImport } from './importApi';

/** An import while it runs and afterwards: counts, errors by line, and lines that contradict each other. */
export default function ImportPage() {
  const { importId } = useParams({ strict: false }) as { importId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: importKey(importId),
    queryFn: () => fetchImport(importId),
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data.status) ? false : 700),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <ImportDetail job={data} />;
}

const counted = ['created', 'updated', 'repeated', 'rejected', 'inConflict', 'warnings'] as const;

function ImportDetail({ job }: { job: KolImport }) {
  const { t } = useTranslation('discover');
  const queries = useQueryClient();
  const ended = hasEnded(job.status);
  const issues = useQuery({
    queryKey: [...importKey(job.id), 'issues'],
    queryFn: () => fetchIssues(job.id),
    enabled: job.counts.rejected + job.counts.warnings > 0 || ended,
  });
  const conflicts = useQuery({
    queryKey: [...importKey(job.id), 'conflicts'],
    queryFn: () => fetchConflicts(job.id),
    enabled: job.counts.inConflict > 0,
  });
  // What the list of KOLs and the errors show is stale as soon as the import has ended.
  useEffect(() => {
    if (!ended) return;
    void queries.invalidateQueries({ queryKey: ['kols'] });
    void queries.invalidateQueries({ queryKey: [...importKey(job.id), 'issues'] });
    void queries.invalidateQueries({ queryKey: [...importKey(job.id), 'conflicts'] });
  }, [ended, job.id, queries]);

  const open = conflicts.data?.items.filter((conflict) => !conflict.decision) ?? [];
  const decided = conflicts.data?.items.filter((conflict) => conflict.decision) ?? [];
  return (
    <Page
      title={t('import.of', { name: job.fileName })}
      width="normal"
      trail={[
        { label: t('title'), to: '/discover' },
        { label: t('import.all'), to: '/discover/imports' as never },
      ]}
      actions={
        <>
          <Link to={'/discover/import' as never}>
            <Button tabIndex={-1}>{t('import.another')}</Button>
          </Link>
          {ended && (
            <Link to="/discover" search={{ platform: job.platform } as never}>
              <Button type="primary" tabIndex={-1}>
                {t('import.seeKols')}
              </Button>
            </Link>
          )}
        </>
      }
    >
      <Card>
        <JobProgress
          job={{
            id: job.id,
            state: job.status,
            total: job.totalLines,
            processed: job.position,
            counts: Object.fromEntries(counted.map((key) => [key, job.counts[key]])),
            problem: job.failure,
          }}
          countLabel={(key) => t(`import.count.${key}`)}
        />
      </Card>
      <Card title={t('import.about')}>
        <Facts
          items={[
            { label: t('import.platform'), value: <Platform id={job.platform} /> },
            { label: t('import.date'), value: <When value={job.snapshotDate} /> },
            { label: t('import.format'), value: job.description },
            { label: t('import.mode'), value: t(`import.modeOf.${job.mode}`) },
            { label: t('import.by'), value: job.createdByName },
            { label: t('import.startedAt'), value: <When value={job.createdAt} time relative /> },
          ]}
        />
      </Card>
      {job.counts.inConflict > 0 && conflicts.isPending && (
        <Card>
          <Lines count={4} />
        </Card>
      )}
      {open.length > 0 && (
        <section className={css.stack} aria-labelledby="conflicts">
          <div>
            <h2 id="conflicts">{t('conflict.open', { count: open.length })}</h2>
            <p className={css.muted}>{t('conflict.lead')}</p>
          </div>
          {open.map((conflict) => (
            <ConflictCard key={conflict.id} importId={job.id} conflict={conflict} />
          ))}
        </section>
      )}
      {issues.data && issues.data.items.length > 0 && (
        <Card>
          <ErrorTable
            title={t('import.issues', { count: issues.data.items.length })}
            errors={issues.data.items.map(asError)}
            download={`/api/v1/imports/${job.id}/errors.csv`}
          />
        </Card>
      )}
      {decided.length > 0 && (
        <Card title={t('conflict.decided', { count: decided.length })}>
          <ul className={css.decided}>
            {decided.map((conflict) => (
              <li key={conflict.id}>
                <bdi>{conflict.handle}</bdi>:{' '}
                {t(`conflict.was.${conflict.decision ?? 'DISCARD_ALL'}`, { line: conflict.keptLine ?? 0 })} ·{' '}
                {conflict.decidedByName} · <When value={conflict.decidedAt} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function asError(issue: Issue) {
  return {
    line: issue.line,
    column: issue.header || issue.field,
    code: issue.code,
    detail: issue.detail,
    value: issue.value,
    warning: issue.severity === 'WARNING',
  };
}
