import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, DataList, type Filter } from '../shared/list/DataList';
import { When } from '../shared/ui/Figures';
import { Platform } from '../shared/ui/Platform';
import { StateTag, type Tone } from '../shared/ui/StateTag';
import { type Content, fetchContents } from './api';
import css from './content.module.css';

const tones: Record<Content['verdict'], Tone> = {
  WAITING: 'active',
  APPROVED: 'good',
  SENT_BACK: 'waiting',
  LIVE: 'good',
  REMOVED: 'bad',
};

/** Scripts, drafts and posts, the newest first. */
export function ContentList() {
  const { t } = useTranslation('content');
  const filters: Filter[] = [
    {
      key: 'kind',
      label: t('kind'),
      kind: 'choice',
      single: true,
      options: ['SCRIPT', 'DRAFT', 'POST'].map((value) => ({ value, label: t(`kindOf.${value}`) })),
    },
    {
      key: 'verdict',
      label: t('verdict'),
      kind: 'choice',
      single: true,
      options: Object.keys(tones).map((value) => ({ value, label: t(`verdictOf.${value}`) })),
    },
  ];
  const columns: Column<Content>[] = [
    {
      key: 'kol',
      title: t('kol'),
      fixed: true,
      render: (row) => (
        <Link to={`/campaigns/${row.campaignId}/collaborations/${row.collaborationId}` as never} className={css.name}>
          <bdi>{row.kolName}</bdi>
          <small>{row.campaignName}</small>
        </Link>
      ),
    },
    { key: 'platform', title: t('platform'), render: (row) => <Platform id={row.platform} /> },
    {
      key: 'kind',
      title: t('kind'),
      render: (row) => t('kindRound', { kind: t(`kindOf.${row.kind}`), round: row.round }),
    },
    {
      key: 'verdict',
      title: t('verdict'),
      render: (row) => <StateTag tone={tones[row.verdict]}>{t(`verdictOf.${row.verdict}`)}</StateTag>,
    },
    {
      key: 'content',
      title: t('what'),
      render: (row) => (
        <span className={css.clipped} dir="auto">
          {row.url ? (
            <a href={row.url} target="_blank" rel="noreferrer">
              {row.url}
            </a>
          ) : (
            row.text
          )}
        </span>
      ),
    },
    {
      key: 'at',
      title: t('handedIn'),
      render: (row) => (
        <>
          <When value={row.handedInAt} time /> {row.late && <StateTag tone="bad">{t('late')}</StateTag>}
        </>
      ),
    },
  ];
  return (
    <DataList
      name="content"
      label={t('tab.content')}
      searchable={false}
      columns={columns}
      filters={filters}
      rowKey={(row) => row.id}
      queryKey={['contents']}
      fetch={fetchContents}
      empty={{ title: t('empty.title'), text: t('empty.text') }}
    />
  );
}
