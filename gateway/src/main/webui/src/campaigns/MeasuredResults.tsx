import { useTranslation } from 'react-i18next';
import { Count, Money, When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import type { CollaborationDetail } from './collaborationApi';

/** What the post had done 7 and 21 days after it went live. */
export function MeasuredResults({ detail: { results } }: { detail: CollaborationDetail }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  return (
    <Card title={t('collaboration.results')} flush>
      <SimpleTable
        label={t('collaboration.results')}
        rows={results}
        rowKey={(result) => String(result.daysAfter)}
        columns={[
          { key: 'cut', title: t('result.cut'), render: (result) => `T+${result.daysAfter}` },
          { key: 'views', title: t('result.views'), numeric: true, render: (result) => <Count value={result.views} /> },
          {
            key: 'engagements',
            title: t('result.engagements'),
            numeric: true,
            render: (result) => <Count value={result.engagements} />,
          },
          { key: 'saves', title: t('result.saves'), numeric: true, render: (result) => <Count value={result.saves} /> },
          {
            key: 'orders',
            title: t('result.orders'),
            numeric: true,
            render: (result) => <Count value={result.orders} />,
          },
          {
            key: 'revenue',
            title: t('result.revenue'),
            numeric: true,
            render: (result) => <Money value={result.netRevenue} />,
          },
          { key: 'at', title: t('result.at'), render: (result) => <When value={result.snapshotAt} /> },
        ]}
      />
    </Card>
  );
}
