import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Money, Percent, When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, Lines } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import type { Account, Price } from './api';
import css from './KolPage.module.css';

const NewPriceForm = lazy(() => import('./NewPriceForm'));

/** Prices per format and month, the superseded ones too: a price is never edited, a new one follows. */
export function RateCard({ kolId, account }: { kolId: string; account: Account }) {
  const { t } = useTranslation('discover');
  const mayEdit = useRole('brand-manager', 'admin');
  const [adding, setAdding] = useState(false);
  const prices = [...account.rateCards].sort(
    (a, b) => b.month.localeCompare(a.month) || a.format.localeCompare(b.format),
  );
  return (
    <div className={css.stack}>
      {mayEdit && !adding && (
        <div>
          <Button onClick={() => setAdding(true)}>{t('rates.add')}</Button>
        </div>
      )}
      {adding && (
        <Suspense fallback={<Lines count={2} />}>
          <NewPriceForm kolId={kolId} accountId={account.id} onDone={() => setAdding(false)} />
        </Suspense>
      )}
      <Card title={t('rates.title')} flush>
        {prices.length === 0 ? (
          <EmptyState title={t('rates.none')}>{t('rates.noneText')}</EmptyState>
        ) : (
          <SimpleTable<Price>
            label={t('rates.title')}
            rows={prices}
            rowKey={(price) => price.id}
            columns={[
              { key: 'format', title: t('rates.format'), render: (price) => price.format },
              { key: 'month', title: t('rates.month'), render: (price) => price.month },
              {
                key: 'price',
                title: t('rates.price'),
                numeric: true,
                render: (price) => <Money value={price.price} />,
              },
              {
                key: 'fee',
                title: t('rates.platformFee'),
                numeric: true,
                render: (price) => <Percent value={price.platformFeeRate} />,
              },
              {
                key: 'rebate',
                title: t('rates.rebate'),
                numeric: true,
                render: (price) => <Percent value={price.rebateRate} />,
              },
              { key: 'source', title: t('rates.source'), render: (price) => price.source ?? '–' },
              {
                key: 'state',
                title: t('rates.state'),
                render: (price) => (
                  <StateTag tone={price.current ? 'good' : 'neutral'}>
                    {t(price.current ? 'rates.current' : 'rates.superseded')}
                  </StateTag>
                ),
              },
              {
                key: 'recorded',
                title: t('rates.recorded'),
                render: (price) => (
                  <>
                    {price.recordedByName} · <When value={price.recordedAt} />
                  </>
                ),
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
