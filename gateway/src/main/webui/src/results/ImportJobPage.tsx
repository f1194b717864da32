import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../shared/imports/JobProgress';
import { hasEnded } from '../shared/imports/job';
import { Card, Page } from '../shared/ui/Page';
import { ErrorState, PageSkeleton } from '../shared/ui/States';
import { fetchJob, fetchProblems, type ImportKind } from './api';

const counted = ['added', 'unchanged', 'rejected', 'warnings'] as const;

/** An import while it runs and afterwards: how far, what came of it, and its problems line by line. */
export default function ImportJobPage() {
  const { t } = useTranslation('results');
  const { kind, importId } = useParams({ strict: false }) as { kind: ImportKind; importId: string };
  const job = useQuery({
    queryKey: ['import', kind, importId],
    queryFn: () => fetchJob(kind, importId),
    refetchInterval: ({ state }) => (state.data && hasEnded(String(state.data.status)) ? false : 700),
  });
  const ended = job.data !== undefined && hasEnded(String(job.data.status));
  const problems = useQuery({
    queryKey: ['import', kind, importId, 'problems'],
    queryFn: () => fetchProblems(kind, importId),
    enabled: ended,
  });
  if (job.error) return <ErrorState problem={job.error} retry={() => void job.refetch()} />;
  if (job.isPending) return <PageSkeleton />;
  return (
    <Page
      title={t('import.of', { name: job.data.fileName })}
      width="normal"
      trail={[
        { label: t('title'), to: '/results' as never },
        { label: t('import.title'), to: '/results/import' as never },
      ]}
      actions={
        <Link to={(kind === 'orders' ? '/results/orders' : '/results') as never}>
          <Button type="primary" tabIndex={-1}>
            {t(`import.see.${kind}`)}
          </Button>
        </Link>
      }
    >
      <Card>
        <JobProgress
          job={{
            id: importId,
            state: String(job.data.status),
            total: job.data.linesTotal,
            // The service counts in lines of the file, where the header is one too.
            processed: Math.min(
              Number(job.data.linesRead ?? 0),
              Number(job.data.linesTotal ?? job.data.linesRead ?? 0),
            ),
            counts: Object.fromEntries(counted.map((key) => [key, Number(job.data[key] ?? 0)])),
            problem: job.data.refusedWhy,
            errors: (problems.data?.items ?? []).map((problem) => ({
              line: Number(problem.line),
              column: problem.header,
              code: String(problem.code),
              detail: String(problem.detail),
              value: problem.value,
            })),
          }}
          countLabel={(key) => t(`import.count.${key}`)}
        />
      </Card>
    </Page>
  );
}
