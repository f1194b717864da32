import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { useAddress } from '../shared/list/address';
import type { BulkAction } from '../shared/list/DataList';
import { Lines } from '../shared/ui/States';
import { addToShortList, fetchOpenCampaigns } from './searchApi';

const CampaignChoice = lazy(() => import('./CampaignChoice'));

interface Row {
  accountId?: string | null;
  displayName: string;
}

/** Found accounts go onto the short list of a campaign, all at once; nothing for whoever plans no campaigns. */
export function useShortListing<T extends Row>(): BulkAction<T>[] {
  const { t } = useTranslation('discover');
  const plans = useRole('brand-manager');
  const { one } = useAddress();
  const [chosen, setChosen] = useState<string>();
  const campaigns = useQuery({ queryKey: ['campaigns', 'open'], queryFn: fetchOpenCampaigns, enabled: plans });
  if (!plans) return [];
  const campaignId = chosen ?? one('campaign');
  return [
    {
      key: 'shortlist',
      label: (rows) => t('list.shortlist', { count: rows.length }),
      applies: (row) => Boolean(row.accountId),
      ready: () => Boolean(campaignId),
      preview: (rows) => (
        <Suspense fallback={<Lines count={2} />}>
          <p>{t('list.shortlistWhat', { count: rows.length })}</p>
          <CampaignChoice campaigns={campaigns.data?.items ?? []} value={campaignId} onChange={setChosen} />
        </Suspense>
      ),
      done: (rows) => (
        <>
          {t('list.shortlisted', { count: rows.length })}{' '}
          <Link to={`/campaigns/${campaignId}` as never} search={{ tab: 'shortlist' } as never}>
            {t('list.openShortlist')}
          </Link>
        </>
      ),
      run: (rows, key) =>
        addToShortList(
          campaignId ?? '',
          rows.flatMap((row) => row.accountId ?? []),
          (accountId) => rows.find((row) => row.accountId === accountId)?.displayName ?? accountId,
          key,
        ),
    },
  ];
}
