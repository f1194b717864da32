import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { StateTag } from '../shared/ui/StateTag';
import { fetchJobs, type ImportKind } from './api';
import css from './results.module.css';

/** Imports that were begun before, to be found again. */
export function EarlierImports({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('results');
  const { data } = useQuery({ queryKey: ['imports', kind], queryFn: () => fetchJobs(kind) });
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('import.earlier')} flush>
      <SimpleTable
        label={t('import.earlier')}
        rows={data.items}
        rowKey={({ id }) => String(id)}
        columns={[
          {
            key: 'file',
            title: t('import.file'),
            render: (job) => (
              <Link to={`/results/import/${kind}/${job.id}` as never} className={css.name}>
                <bdi>{job.fileName}</bdi>
              </Link>
            ),
          },
          { key: 'by', title: t('import.by'), render: (job) => job.startedBy },
          { key: 'when', title: t('import.when'), render: (job) => <When value={job.createdAt} time /> },
          {
            key: 'state',
            title: t('import.state'),
            render: (job) => (
              <StateTag tone={job.status === 'DONE' ? 'good' : job.status === 'REFUSED' ? 'bad' : 'active'}>
                {t(`import.stateOf.${job.status}`)}
              </StateTag>
            ),
          },
        ]}
      />
    </Card>
  );
}
