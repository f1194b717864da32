import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allOf } from '../shared/api/allOf';
import { useRole } from '../shared/api/session';
import { type BulkAction, type Column, DataList } from '../shared/list/DataList';
import { Count } from '../shared/ui/Figures';
import { Platform } from '../shared/ui/Platform';
import { Lines } from '../shared/ui/States';
import type { Campaign } from './api';
import { FindKols } from './CampaignBoard';
import { CollaborationState } from './CollaborationState';
import css from './campaigns.module.css';
import { type CollaborationSummary, fetchCandidates, takeStep } from './collaborationApi';
import { useOffering } from './useOffering';

const BriefChoice = lazy(() => import('./BriefChoice'));

const nameOf = ({ kolName }: CollaborationSummary) => kolName;

/** Who might take part: candidates, and those who passed the audit, before any invitation. */
export default function ShortList({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const plans = useRole('brand-manager');
  const [briefId, setBriefId] = useState<string>();
  const columns: Column<CollaborationSummary>[] = [
    {
      key: 'kol',
      title: t('shortlist.kol'),
      fixed: true,
      render: (row) => (
        <Link to={`/campaigns/${row.campaignId}/collaborations/${row.id}` as never} className={css.name}>
          <bdi>{row.kolName}</bdi>
          <small>{row.handle}</small>
        </Link>
      ),
    },
    { key: 'state', title: t('shortlist.state'), render: (row) => <CollaborationState state={row.state} /> },
    { key: 'platform', title: t('campaign.platforms'), render: (row) => <Platform id={row.platform} /> },
    {
      key: 'followers',
      title: t('shortlist.followers'),
      numeric: true,
      render: (row) => <Count value={row.followers} compact />,
    },
    { key: 'audit', title: t('shortlist.audit'), numeric: true, render: (row) => <Count value={row.auditScore} /> },
    { key: 'note', title: t('shortlist.note'), render: (row) => <span dir="auto">{row.note ?? ''}</span> },
  ];
  const offering = useOffering(campaign);
  const bulk: BulkAction<CollaborationSummary>[] = [
    {
      key: 'invite',
      label: (rows) => t('shortlist.invite', { count: rows.length }),
      applies: (row) => row.actions.includes('invite'),
      ready: () => Boolean(briefId),
      preview: (rows) => (
        <Suspense fallback={<Lines count={2} />}>
          <p>{t('shortlist.inviteWhat', { count: rows.length })}</p>
          <BriefChoice campaignId={campaign.id} value={briefId} onChange={setBriefId} />
        </Suspense>
      ),
      run: (rows, key) => allOf(rows, (row) => takeStep(row, 'invite', { briefId }, `${key}-${row.id}`), nameOf),
    },
    ...offering,
    {
      key: 'withdraw',
      label: (rows) => t('shortlist.remove', { count: rows.length }),
      applies: (row) => row.actions.includes('withdraw'),
      preview: (rows) => <p>{t('shortlist.removeWhat', { count: rows.length })}</p>,
      run: (rows, key) =>
        allOf(
          rows,
          (row) => takeStep(row, 'withdraw', { reason: t('shortlist.removeReason') }, `${key}-${row.id}`),
          nameOf,
        ),
    },
  ];
  return (
    <DataList
      name="shortlist"
      label={t('tab.shortlist')}
      searchable={false}
      columns={columns}
      rowKey={(row) => row.id}
      queryKey={['candidates', campaign.id]}
      fetch={(question) => fetchCandidates(campaign.id, question)}
      bulk={plans ? bulk : []}
      tools={plans && <FindKols campaign={campaign} />}
      empty={{
        title: t('shortlist.empty'),
        text: t('shortlist.emptyText'),
        action: plans && <FindKols campaign={campaign} />,
      }}
    />
  );
}
