import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Money, When } from '../shared/ui/Figures';
import { Card, Facts, Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ErrorState, PageSkeleton } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { Timeline } from '../shared/ui/Timeline';
import { type Brief, briefQuery, type Step } from './api';
import { waitsForMe } from './BriefCards';
import css from './portal.module.css';
import { StepForm } from './StepForm';

/** What leads on comes first; what says no stands behind it. */
const order: Step[] = [
  'accept',
  'accept-counter',
  'confirm-delivery',
  'submit-script',
  'submit-draft',
  'submit-post',
  'counter',
  'decline',
  'dispute',
];

/** One brief, whole: what is asked, what it pays, what is granted, and what can be answered now. */
export default function BriefPage() {
  const { briefId } = useParams({ strict: false }) as { briefId: string };
  const { data, error, isPending, refetch } = useQuery(briefQuery(briefId));
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <BriefDetail brief={data.value} etag={data.etag} />;
}

function BriefDetail({ brief, etag }: { brief: Brief; etag: string }) {
  const { t, i18n } = useTranslation('portal');
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const place = (code: string) => (code === 'WORLD' ? t('rights.world') : (regions.of(code) ?? code));
  const platform = (code: string) => t(`shared:platform.${code}`, { defaultValue: code });
  const [step, setStep] = useState<Step>();
  const mine = waitsForMe(brief);
  const legal = order.filter((one) => (brief.actions ?? []).includes(one));
  return (
    <Page
      title={brief.title ?? String(brief.campaignName)}
      tabTitle={brief.title ?? brief.campaignName}
      trail={[{ label: t('briefs.title'), to: '/portal/briefs' as never }]}
      lead={
        <>
          <bdi>{brief.brandName}</bdi> · <bdi>{brief.campaignName}</bdi>
        </>
      }
      facts={<StateTag tone={mine ? 'active' : 'neutral'}>{t(`state.${brief.state}`)}</StateTag>}
      width="normal"
    >
      <div className={css.stack}>
        {legal.length > 0 && (
          <Card title={t(mine ? 'brief.yourTurn' : 'brief.youMay')}>
            <div className={css.stack}>
              {brief.dueAt && (
                <p className={css.hint}>
                  {t('until')} <When value={brief.dueAt} time relative />
                </p>
              )}
              <div className={css.actions}>
                {legal.map((one, index) => (
                  <Button
                    key={one}
                    size="large"
                    // While its form is open below, that one sends; here stands only what was chosen.
                    type={mine && index === 0 && !step ? 'primary' : 'default'}
                    danger={one === 'dispute'}
                    aria-expanded={step === one}
                    onClick={() => setStep(step === one ? undefined : one)}
                  >
                    {t(`step.${one}`)}
                  </Button>
                ))}
              </div>
              {step && legal.includes(step) && (
                <StepForm key={step} brief={brief} etag={etag} step={step} onDone={() => setStep(undefined)} />
              )}
            </div>
          </Card>
        )}
        <Card title={t('brief.asked')}>
          <div className={css.stack}>
            {brief.keyMessage && (
              <p className={css.words} dir="auto">
                {brief.keyMessage}
              </p>
            )}
            <Facts
              items={[
                {
                  label: t('brief.account'),
                  value: (
                    <>
                      <Platform id={String(brief.platform)} /> <bdi>{brief.handle}</bdi>
                    </>
                  ),
                },
                { label: t('brief.track'), value: t(`track.${brief.track}`) },
                ...(brief.gift ? [{ label: t('brief.gift'), value: <bdi>{brief.gift}</bdi> }] : []),
                ...(brief.fee ? [{ label: t('brief.fee'), value: <Money value={brief.fee} /> }] : []),
                ...(brief.publishBy
                  ? [{ label: t('brief.publishBy'), value: <When value={brief.publishBy} time relative /> }]
                  : []),
                ...(brief.disclosure ? [{ label: t('brief.disclosure'), value: brief.disclosure }] : []),
                ...((brief.hashtags ?? []).length > 0
                  ? [{ label: t('brief.hashtags'), value: (brief.hashtags ?? []).join(' ') }]
                  : []),
                ...(brief.promoCode ? [{ label: t('brief.promoCode'), value: <code>{brief.promoCode}</code> }] : []),
                ...(brief.trackingSlug
                  ? [
                      {
                        label: t('brief.link'),
                        value: <code>{`${window.location.origin}/t/${brief.trackingSlug}`}</code>,
                      },
                    ]
                  : []),
              ]}
            />
            <Bullets title={t('brief.dos')} items={brief.dos ?? []} />
            <Bullets title={t('brief.donts')} items={brief.donts ?? []} />
          </div>
        </Card>
        {(brief.deliverables ?? []).length > 0 && (
          <Card title={t('brief.deliverables')} flush>
            <SimpleTable
              label={t('brief.deliverables')}
              rows={brief.deliverables ?? []}
              rowKey={(_, index) => String(index)}
              columns={[
                { key: 'format', title: t('brief.format'), render: ({ format }) => format },
                { key: 'quantity', title: t('brief.quantity'), numeric: true, render: ({ quantity }) => quantity },
                {
                  key: 'due',
                  title: t('brief.due'),
                  render: ({ dueAt }) => <When value={dueAt} />,
                },
              ]}
            />
          </Card>
        )}
        {brief.milestones.length > 0 && (
          <Card title={t('brief.milestones')} flush>
            <SimpleTable
              label={t('brief.milestones')}
              rows={brief.milestones}
              rowKey={({ name }) => name}
              columns={[
                {
                  key: 'name',
                  title: t('brief.when'),
                  render: ({ name }) => t(`milestone.${name}`, { defaultValue: name }),
                },
                {
                  key: 'amount',
                  title: t('brief.fee'),
                  numeric: true,
                  render: ({ amount }) => <Money value={amount} />,
                },
              ]}
            />
          </Card>
        )}
        {brief.rights && (
          <Card title={t('brief.rights')}>
            <Facts
              items={[
                { label: t('rights.channels'), value: (brief.rights.channels ?? []).map(platform).join(', ') || '–' },
                { label: t('rights.territory'), value: (brief.rights.territory ?? []).map(place).join(', ') || '–' },
                { label: t('rights.term'), value: t('rights.days', { count: brief.rights.termDays ?? 0 }) },
                { label: t('rights.paidAds'), value: t(brief.rights.paidAds ? 'yes' : 'no') },
                { label: t('rights.exclusive'), value: t(brief.rights.exclusive ? 'yes' : 'no') },
              ]}
            />
          </Card>
        )}
        {(brief.shipments ?? []).length > 0 && (
          <Card title={t('brief.parcel')}>
            {(brief.shipments ?? []).map((parcel) => (
              <p key={parcel.trackingNumber} className={css.words}>
                {parcel.carrier} <code>{parcel.trackingNumber}</code> · <When value={parcel.shippedAt} relative />
              </p>
            ))}
          </Card>
        )}
        {(brief.contents ?? []).length > 0 && (
          <Card title={t('brief.handedIn')} flush>
            <SimpleTable
              label={t('brief.handedIn')}
              rows={brief.contents ?? []}
              rowKey={({ id }) => String(id)}
              columns={[
                {
                  key: 'kind',
                  title: t('brief.kind'),
                  render: ({ kind, round }) => `${t(`kind.${kind}`, { defaultValue: kind ?? '' })} ${round}`,
                },
                { key: 'at', title: t('brief.when'), render: ({ at }) => <When value={at} time /> },
                {
                  key: 'verdict',
                  title: t('brief.verdict'),
                  render: ({ verdict, comment }) => (
                    <>
                      {verdict ? t(`verdict.${verdict}`, { defaultValue: verdict }) : t('verdict.none')}
                      {comment && <p dir="auto">{comment}</p>}
                    </>
                  ),
                },
              ]}
            />
          </Card>
        )}
        <Card title={t('brief.history')}>
          <Timeline
            entries={(brief.history ?? []).map((entry, index) => ({
              key: `${entry.at} ${index}`,
              what: t(`state.${entry.state}`, { defaultValue: entry.state ?? '' }),
              who: entry.by && t(`by.${entry.by}`, { defaultValue: entry.by }),
              when: String(entry.at),
              why: entry.reason,
            }))}
          />
        </Card>
      </div>
    </Page>
  );
}

function Bullets({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className={css.list}>
        {items.map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
