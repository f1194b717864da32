import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../shared/imports/JobProgress';
import { hasEnded } from '../shared/imports/job';
import { Card, Page } from '../shared/ui/Page';
import { ErrorState, PageSkeleton } from '../shared/ui/States';
import { moneyKey } from './api';
import { fetchUpload, fetchUploadIssues, type UploadKind } from './statementApi';

const counted = ['accepted', 'known', 'rejected'] as const;

/** A statement or a list of fees while it is read and afterwards: counts, and what does not add up. */
export default function UploadPage() {
  const { t } = useTranslation('money');
  const { kind, uploadId } = useParams({ strict: false }) as { kind: UploadKind; uploadId: string };
  const upload = useQuery({
    queryKey: [...moneyKey, 'upload', kind, uploadId],
    queryFn: () => fetchUpload(kind, uploadId),
    refetchInterval: ({ state }) => (state.data && hasEnded(String(state.data.status)) ? false : 700),
  });
  const ended = upload.data !== undefined && hasEnded(String(upload.data.status));
  // What the file brought in stands in lists that were seen before.
  const queries = useQueryClient();
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: moneyKey });
  }, [ended, queries]);
  const issues = useQuery({
    queryKey: [...moneyKey, 'upload', kind, uploadId, 'issues'],
    queryFn: () => fetchUploadIssues(kind, uploadId),
    enabled: ended,
  });
  if (upload.error) return <ErrorState problem={upload.error} retry={() => void upload.refetch()} />;
  if (upload.isPending) return <PageSkeleton />;
  const job = upload.data;
  return (
    <Page
      title={t('upload.of', { name: job.fileName })}
      width="normal"
      trail={[{ label: t(`place.money-${kind}`), to: `/money/${kind}` as never }]}
      actions={
        <Link to={`/money/${kind}` as never}>
          <Button type="primary" tabIndex={-1}>
            {t(`upload.see.${kind}`)}
          </Button>
        </Link>
      }
    >
      <Card>
        <JobProgress
          job={{
            id: uploadId,
            state: String(job.status),
            total: job.linesTotal,
            processed: job.linesDone,
            counts: Object.fromEntries(counted.map((key) => [key, Number(job[key] ?? 0)])),
            problem: job.failureDetail,
            errors: (issues.data?.items ?? []).map((issue) => ({
              line: Number(issue.line ?? 0),
              column: issue.field ?? issue.statement,
              code: String(issue.code),
              detail: String(issue.detail),
            })),
          }}
          countLabel={(key) => t(`upload.count.${key}`)}
        />
      </Card>
    </Page>
  );
}
