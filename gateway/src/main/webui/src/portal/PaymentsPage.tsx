import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Money, When } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { EmptyState, ErrorState, PageSkeleton } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type Payment, paymentsQuery } from './api';
import css from './portal.module.css';

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
        <ul className={css.cards}>
          {data.items.map((payment) => (
            <li key={`${payment.feeId} ${payment.milestone}`} className={css.payment}>
              <PaymentCard payment={payment} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** Reads on a phone without scrolling sideways: who waits for money looks at the amount, the day and the reference. */
function PaymentCard({ payment }: { payment: Payment }) {
  const { t } = useTranslation('portal');
  const { amount, collaborationId, dueOn, paidOn, bankReference, endToEndId } = payment;
  const part = t(`milestone.${payment.milestone}`, { defaultValue: payment.milestone ?? '' });
  return (
    <>
      <span className={css.line}>
        <strong>
          <Money value={amount} />
        </strong>
        <State payment={payment} />
      </span>
      <span className={css.line}>
        {collaborationId ? <Link to={`/portal/briefs/${collaborationId}` as never}>{part}</Link> : <span>{part}</span>}
      </span>
      <dl className={css.terms}>
        <dt>{t('payments.dueOn')}</dt>
        <dd>
          <When value={dueOn} relative />
        </dd>
        {paidOn && (
          <>
            <dt>{t('payments.reference')}</dt>
            <dd>
              <When value={paidOn} /> · <code>{bankReference ?? endToEndId}</code>
            </dd>
          </>
        )}
      </dl>
    </>
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
