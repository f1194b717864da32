import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../shared/api/session';
import { Money, When } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { briefsQuery, paymentsQuery } from './api';
import { BriefCards, waitsForMe } from './BriefCards';
import css from './portal.module.css';

/** What waits for the KOL, and the money that is on its way. */
export default function PortalHomePage() {
  const { t } = useTranslation('portal');
  const { name } = useSession();
  const briefs = useQuery(briefsQuery);
  const payments = useQuery(paymentsQuery);
  const waiting = briefs.data?.items.filter(waitsForMe) ?? [];
  const coming = payments.data?.items.filter((payment) => !payment.paidOn).slice(0, 5) ?? [];
  return (
    <Page title={t('home.title', { name })}>
      <div className={css.stack}>
        {briefs.error ? (
          <ErrorState problem={briefs.error} retry={() => void briefs.refetch()} />
        ) : briefs.isPending ? (
          <Card>
            <Lines count={4} />
          </Card>
        ) : waiting.length === 0 ? (
          <EmptyState title={t('home.nothing.title')}>{t('home.nothing.text')}</EmptyState>
        ) : (
          <section aria-labelledby="waiting" className={css.stack}>
            <h2 id="waiting">{t('home.waiting', { count: waiting.length })}</h2>
            <BriefCards briefs={waiting} />
          </section>
        )}
        {coming.length > 0 && (
          <Card title={t('home.coming')} extra={<Link to={'/portal/payments' as never}>{t('home.allPayments')}</Link>}>
            <div className={css.stack}>
              {coming.map((payment) => (
                <div key={`${payment.feeId} ${payment.milestone}`} className={css.line}>
                  <span>
                    <Money value={payment.amount} /> · <When value={payment.dueOn} relative />
                  </span>
                  <small className={css.hint}>
                    {t(`waitsFor.${payment.waitsFor}`, {
                      defaultValue: t(`status.${payment.status}`, { defaultValue: '' }),
                    })}
                  </small>
                </div>
              ))}
            </div>
          </Card>
        )}
      </div>
    </Page>
  );
}
