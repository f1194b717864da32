import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Money, When } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, PageSkeleton } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type Payment, paymentsQuery } from './api';

/** Every payment: what is due and when, why it waits, and the bank's reference once it is paid. */
export default function PaymentsPage() {
  const { t } = useTranslation('portal');
  const { data, error, isPending, refetch } = useQuery(paymentsQuery);
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return (
    <Page title={t('payments.title')} lead={t('payments.lead')}>
      {data.items.length === 0 ? (
        <EmptyState title={t('payments.empty.title')}>{t('payments.empty.text')}</EmptyState>
      ) : (
        <Card flush>
          <SimpleTable
            label={t('payments.title')}
            rows={data.items}
            rowKey={(payment) => `${payment.feeId} ${payment.milestone}`}
            columns={[
              {
                key: 'for',
                title: t('payments.for'),
                render: (payment) => {
                  const part = t(`milestone.${payment.milestone}`, { defaultValue: payment.milestone ?? '' });
                  return payment.collaborationId ? (
                    <Link to={`/portal/briefs/${payment.collaborationId}` as never}>{part}</Link>
                  ) : (
                    part
                  );
                },
              },
              {
                key: 'amount',
                title: t('payments.amount'),
                numeric: true,
                render: ({ amount }) => <Money value={amount} />,
              },
              {
                key: 'due',
                title: t('payments.dueOn'),
                render: ({ dueOn }) => <When value={dueOn} relative />,
              },
              { key: 'state', title: t('payments.state'), render: (payment) => <State payment={payment} /> },
              {
                key: 'reference',
                title: t('payments.reference'),
                render: ({ bankReference, endToEndId, paidOn }) =>
                  paidOn ? (
                    <>
                      <When value={paidOn} /> · <code>{bankReference ?? endToEndId}</code>
                    </>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}

function State({ payment }: { payment: Payment }) {
  const { t } = useTranslation('portal');
  if (payment.paidOn) return <StateTag tone="good">{t('status.PAID')}</StateTag>;
  return (
    <StateTag tone="waiting">
      {payment.waitsFor
        ? t(`waitsFor.${payment.waitsFor}`, { defaultValue: payment.waitsFor })
        : t(`status.${payment.status}`, { defaultValue: payment.status ?? '' })}
    </StateTag>
  );
}
