import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Count, Money, When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState } from '../shared/ui/States';
import type { Account, PastResult } from './api';

/** What earlier collaborations of this organisation brought, as measured. */
export function PastResults({ results, accounts }: { results: PastResult[]; accounts: Account[] }) {
  const { t } = useTranslation('discover');
  const platformOf = (id: string) => accounts.find((account) => account.id === id)?.platform ?? '';
  return (
    <Card title={t('results.title')} flush>
      {results.length === 0 ? (
        <EmptyState title={t('results.none')}>{t('results.noneText')}</EmptyState>
      ) : (
        <SimpleTable<PastResult>
          label={t('results.title')}
          rows={results}
          rowKey={(result) => `${result.collaborationId} ${result.daysAfter}`}
          columns={[
            {
              key: 'collaboration',
              title: t('results.collaboration'),
              render: (result) => (
                <Link to={`/campaigns/${result.campaignId}/collaborations/${result.collaborationId}` as never}>
                  {t('results.open')}
                </Link>
              ),
            },
            {
              key: 'platform',
              title: t('results.platform'),
              render: (result) => <Platform id={platformOf(result.accountId)} />,
            },
            { key: 'cut', title: t('results.cut'), render: (result) => `T+${result.daysAfter}` },
            {
              key: 'views',
              title: t('results.views'),
              numeric: true,
              render: (result) => <Count value={result.views} />,
            },
            {
              key: 'engagements',
              title: t('results.engagements'),
              numeric: true,
              render: (result) => <Count value={result.engagements} />,
            },
            {
              key: 'saves',
              title: t('results.saves'),
              numeric: true,
              render: (result) => <Count value={result.saves} />,
            },
            {
              key: 'orders',
              title: t('results.orders'),
              numeric: true,
              render: (result) => <Count value={result.orders} />,
            },
            {
              key: 'revenue',
              title: t('results.revenue'),
              numeric: true,
              render: (result) => <Money value={result.netRevenue} />,
            },
            { key: 'measured', title: t('results.measured'), render: (result) => <When value={result.measuredAt} /> },
          ]}
        />
      )}
    </Card>
  );
}
