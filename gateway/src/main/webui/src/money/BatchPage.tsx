import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { formatMoney } from '../shared/format/numbers';
import { Consequence } from '../shared/forms/Consequence';
import { Money, When } from '../shared/ui/Figures';
import { Card, Facts, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ErrorState, PageSkeleton } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type Batch, batchFile, discardBatch, fetchBatch, fetchEveryPayout, moneyKey, sendBatch } from './api';
import css from './money.module.css';
import { ReasonDialog } from './ReasonDialog';
import { PayoutState } from './tags';

/** One batch: its file for the bank, what is in it, and whether it went. */
export default function BatchPage() {
  const { batchId } = useParams({ strict: false }) as { batchId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...moneyKey, 'batch', batchId],
    queryFn: () => fetchBatch(batchId),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <BatchDetail batch={data} id={batchId} />;
}

function BatchDetail({ batch, id }: { batch: Batch; id: string }) {
  const { t, i18n } = useTranslation('money');
  const mayPay = useRole('finance', 'admin');
  const [sending, setSending] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const payouts = useQuery({
    queryKey: [...moneyKey, 'batch', id, 'payouts'],
    queryFn: () => fetchEveryPayout({ batchId: id }),
  });
  const total = formatMoney(batch.total, i18n.language);
  return (
    <Page
      title={t('batch.title', { id: batch.messageId })}
      trail={[{ label: t('payouts.title'), to: '/money/payouts' as never }]}
      facts={
        <StateTag tone={batch.state === 'SENT' ? 'good' : batch.state === 'CREATED' ? 'waiting' : 'neutral'}>
          {t(`batchState.${batch.state}`)}
        </StateTag>
      }
      actions={
        mayPay && (
          <>
            <a href={batchFile(id)} download>
              <Button tabIndex={-1}>{t('batch.download')}</Button>
            </a>
            {batch.state === 'CREATED' && (
              <>
                <Button onClick={() => setDiscarding(true)}>{t('batch.discard')}</Button>
                <Button type="primary" onClick={() => setSending(true)}>
                  {t('batch.markSent')}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <div className={css.stack}>
        <Card>
          <Facts
            items={[
              { label: t('total'), value: <Money value={batch.total} /> },
              { label: t('place.money-payouts'), value: batch.payouts },
              { label: t('batch.by'), value: batch.createdBy },
              { label: t('entered'), value: <When value={batch.createdAt} time /> },
              { label: t('batch.closedAt'), value: <When value={batch.closedAt} time /> },
            ]}
          />
        </Card>
        <Card title={t('place.money-payouts')} flush>
          <SimpleTable
            label={t('place.money-payouts')}
            rows={payouts.data?.items ?? []}
            rowKey={(payout) => String(payout.id)}
            columns={[
              { key: 'payee', title: t('payee'), render: (payout) => <bdi>{payout.payeeName}</bdi> },
              {
                key: 'account',
                title: t('bank.account'),
                render: (payout) => <span className={css.secret}>{payout.accountMasked}</span>,
              },
              { key: 'reference', title: t('endToEndId'), render: (payout) => <code>{payout.endToEndId}</code> },
              { key: 'state', title: t('state'), render: (payout) => <PayoutState state={payout.state} /> },
              { key: 'amount', title: t('amount'), numeric: true, render: (payout) => <Money value={payout.amount} /> },
            ]}
          />
        </Card>
      </div>
      {sending && (
        <Consequence
          title={t('batch.markSent')}
          verb={t('batch.sendVerb', { count: batch.payouts, total })}
          run={(key) => sendBatch(id, key)}
          refreshes={[moneyKey]}
          onClose={() => setSending(false)}
        >
          <p>{t('batch.sendConsequence', { count: batch.payouts, total })}</p>
        </Consequence>
      )}
      {discarding && (
        <ReasonDialog
          title={t('batch.discard')}
          verb={t('batch.discard')}
          danger
          run={(reason, key) => discardBatch(id, reason, key)}
          onClose={() => setDiscarding(false)}
        >
          <p>{t('batch.discardConsequence')}</p>
        </ReasonDialog>
      )}
    </Page>
  );
}
