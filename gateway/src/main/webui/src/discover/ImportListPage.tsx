import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../shared/list/DataList';
import { Count, When } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { StateTag, type Tone } from '../shared/ui/StateTag';
import { fetchImports, type ImportState, type KolImport } from './importApi';
import { Navigation } from './Navigation';

const tones: Record<ImportState, Tone> = {
  QUEUED: 'waiting',
  RUNNING: 'active',
  COMPLETED: 'good',
  REFUSED: 'bad',
  FAILED: 'bad',
};

/** Every file that was brought in, with what came of it. */
export default function ImportListPage() {
  const { t } = useTranslation('discover');
  const columns: Column<KolImport>[] = [
    {
      key: 'file',
      title: t('import.file'),
      fixed: true,
      render: (job) => (
        <Link to={`/discover/imports/${job.id}` as never}>
          <bdi>{job.fileName}</bdi>
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('import.state'),
      render: (job) => <StateTag tone={tones[job.status]}>{t(`import.stateOf.${job.status}`)}</StateTag>,
    },
    { key: 'platform', title: t('import.platform'), render: (job) => <Platform id={job.platform} /> },
    { key: 'date', title: t('import.date'), render: (job) => <When value={job.snapshotDate} /> },
    {
      key: 'created',
      title: t('import.count.created'),
      numeric: true,
      render: (job) => <Count value={job.counts.created} />,
    },
    {
      key: 'updated',
      title: t('import.count.updated'),
      numeric: true,
      render: (job) => <Count value={job.counts.updated} />,
    },
    {
      key: 'rejected',
      title: t('import.count.rejected'),
      numeric: true,
      render: (job) => <Count value={job.counts.rejected} />,
    },
    {
      key: 'conflicts',
      title: t('import.count.openConflicts'),
      numeric: true,
      render: (job) => <Count value={job.counts.openConflicts} />,
    },
    { key: 'by', title: t('import.by'), render: (job) => job.createdByName },
    { key: 'at', title: t('import.startedAt'), render: (job) => <When value={job.createdAt} time /> },
  ];
  const begin = (
    <Link to={'/discover/import' as never}>
      <Button type="primary" tabIndex={-1}>
        {t('import.new')}
      </Button>
    </Link>
  );
  return (
    <Page title={t('import.all')} actions={begin}>
      <Navigation />
      <DataList
        name="imports"
        label={t('import.all')}
        searchable={false}
        columns={columns}
        rowKey={(job) => job.id}
        queryKey={['imports']}
        fetch={({ cursor }) => fetchImports(cursor)}
        empty={{ title: t('import.none'), text: t('import.lead'), action: begin }}
      />
    </Page>
  );
}
