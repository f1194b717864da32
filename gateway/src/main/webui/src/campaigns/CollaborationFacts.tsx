import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { useCommand } from '../shared/api/useCommand';
import { Count, Money, When } from '../shared/ui/Figures';
import { Card, Facts } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ProblemNote } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import css from './campaigns.module.css';
import { type CollaborationDetail, type CollaborationSummary, revealAddress } from './collaborationApi';
import { RightsWords } from './RightsWords';

const PromoCodeDialog = lazy(() => import('./PromoCodeDialog'));

/** Who, how, and the money: terms or gift, link and code, parcels and payouts. */
export function CollaborationFacts({ detail }: { detail: CollaborationDetail }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const { collaboration, terms, gift } = detail;
  return (
    <>
      <Card title={t('collaboration.about')}>
        <Facts
          items={[
            {
              label: t('collaboration.kol'),
              value: (
                <Link
                  to={`/discover/kols/${collaboration.kolId}` as never}
                  search={{ account: collaboration.accountId } as never}
                >
                  <Platform id={collaboration.platform} /> <bdi>{collaboration.handle}</bdi>
                </Link>
              ),
            },
            { label: t('shortlist.followers'), value: <Count value={collaboration.followers} compact /> },
            { label: t('shortlist.audit'), value: <Count value={collaboration.auditScore} /> },
            { label: t('collaboration.since'), value: <When value={collaboration.stateSince} time relative /> },
            { label: t('collaboration.due'), value: <When value={collaboration.dueAt} time relative /> },
            { label: t('collaboration.promo'), value: <PromoCode collaboration={collaboration} /> },
            {
              label: t('collaboration.link'),
              value: collaboration.trackingSlug ? <code>/t/{collaboration.trackingSlug}</code> : '–',
            },
            {
              label: t('collaboration.post'),
              value: collaboration.postUrl ? (
                <a href={collaboration.postUrl} target="_blank" rel="noreferrer">
                  {t('collaboration.openPost')}
                </a>
              ) : (
                '–'
              ),
            },
            { label: t('money.reserved'), value: <Money value={detail.reserved} /> },
            { label: t('money.spent'), value: <Money value={detail.spent} /> },
            { label: t('brief.rights'), value: <RightsWords rights={terms?.rights ?? detail.rights} /> },
            { label: t('shortlist.note'), value: <span dir="auto">{collaboration.note || '–'}</span> },
          ]}
        />
      </Card>
      {terms && (
        <Card title={t('collaboration.terms')}>
          <Facts
            items={[
              { label: t('stepField.fee'), value: <Money value={terms.fee} /> },
              ...detail.milestones.map((milestone) => ({
                label: t(`milestone.${milestone.name}`, { defaultValue: milestone.name }),
                value: <Money value={milestone.amount} />,
              })),
              { label: t('stepField.publishBy'), value: <When value={terms.publishBy} time /> },
              { label: t('brief.disclosure'), value: terms.disclosure },
              { label: t('brief.hashtags'), value: terms.hashtags.join(' ') || '–' },
              { label: t('brief.retentionDays'), value: terms.retentionDays },
            ]}
          />
        </Card>
      )}
      {(gift || detail.address) && <GiftCard detail={detail} />}
      {detail.payouts.length > 0 && (
        <Card title={t('collaboration.payouts')} flush>
          <SimpleTable
            label={t('collaboration.payouts')}
            rows={detail.payouts}
            rowKey={(payout) => payout.payoutId}
            columns={[
              {
                key: 'state',
                title: t('shortlist.state'),
                render: (payout) => (
                  <StateTag
                    tone={payout.state === 'SETTLED' ? 'good' : payout.state === 'RETURNED' ? 'bad' : 'waiting'}
                  >
                    {t(`payout.${payout.state}`, { defaultValue: payout.state })}
                  </StateTag>
                ),
              },
              {
                key: 'amount',
                title: t('payout.amount'),
                numeric: true,
                render: (payout) => <Money value={payout.amount} />,
              },
              {
                key: 'reference',
                title: t('payout.reference'),
                render: (payout) => <code>{payout.detail ?? payout.endToEndId}</code>,
              },
              { key: 'at', title: t('payout.at'), render: (payout) => <When value={payout.at} /> },
            ]}
          />
        </Card>
      )}
    </>
  );
}

function PromoCode({ collaboration }: { collaboration: CollaborationSummary }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const plans = useRole('brand-manager');
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      {collaboration.promoCode ?? '–'}{' '}
      {plans && !collaboration.atEnd && (
        <Button size="small" onClick={() => setChoosing(true)}>
          {t('promo.do')}
        </Button>
      )}
      <Suspense fallback={null}>
        {choosing && <PromoCodeDialog collaboration={collaboration} onClose={() => setChoosing(false)} />}
      </Suspense>
    </>
  );
}

function GiftCard({ detail: { collaboration, gift, address, shipments } }: { detail: CollaborationDetail }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const ships = useRole('brand-manager');
  const reveal = useCommand({
    run: (_: undefined, key) => revealAddress(collaboration.id, t('collaboration.toShip'), key),
  });
  const shown = reveal.result?.value;
  return (
    <Card title={t('collaboration.gift')}>
      <div className={css.stack}>
        <Facts
          items={[
            { label: t('stepField.product'), value: gift?.productName ?? '–' },
            { label: t('collaboration.productCost'), value: <Money value={gift?.productCost} /> },
            { label: t('stepField.shippingCost'), value: <Money value={gift?.shippingCost} /> },
            {
              label: t('collaboration.address'),
              value: shown ? (
                <span dir="auto">{Object.values(shown).filter(Boolean).join(', ')}</span>
              ) : address ? (
                <>
                  <span dir="auto">{address}</span>{' '}
                  {ships && (
                    <Button size="small" loading={reveal.busy} onClick={() => reveal.send(undefined)}>
                      {t('collaboration.reveal')}
                    </Button>
                  )}
                </>
              ) : (
                '–'
              ),
            },
          ]}
        />
        <ProblemNote problem={reveal.problem} />
        {shipments.map((parcel) => (
          <p key={parcel.trackingNumber}>
            {parcel.carrier} <code>{parcel.trackingNumber}</code> · <When value={parcel.shippedAt} time relative />{' '}
            {collaboration.deliveryAssumed && <StateTag tone="waiting">{t('board.assumed')}</StateTag>}
          </p>
        ))}
      </div>
    </Card>
  );
}
