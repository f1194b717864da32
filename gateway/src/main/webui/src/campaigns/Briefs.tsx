import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { When } from '../shared/ui/Figures';
import { Card, Facts } from '../shared/ui/Page';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type Brief, briefsKey, type Campaign, fetchBriefs } from './api';
import css from './campaigns.module.css';
import { RightsWords } from './RightsWords';

/** What this campaign asks of KOLs. */
export default function Briefs({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const plans = useRole('brand-manager');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: briefsKey(campaign.id),
    queryFn: () => fetchBriefs(campaign.id),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <Lines count={6} />;
  const write = plans && (
    <Link to={`/campaigns/${campaign.id}/briefs/new` as never}>
      <Button type="primary" tabIndex={-1}>
        {t('brief.new')}
      </Button>
    </Link>
  );
  if (data.items.length === 0) {
    return (
      <EmptyState title={t('brief.none')} action={write}>
        {t('brief.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className={css.stack}>
      <div>{write}</div>
      {data.items.map((brief) => (
        <BriefCard key={brief.id} brief={brief} mayEdit={plans && !brief.sentAt} />
      ))}
    </div>
  );
}

function BriefCard({ brief, mayEdit }: { brief: Brief; mayEdit: boolean }) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  return (
    <Card
      title={
        <span className={css.briefHead}>
          <bdi>{brief.title}</bdi>
          <StateTag tone={brief.sentAt ? 'good' : 'neutral'}>
            {t(brief.sentAt ? 'brief.sent' : 'brief.notSent')}
          </StateTag>
        </span>
      }
      extra={
        mayEdit && (
          <Link to={`/campaigns/${brief.campaignId}/briefs/${brief.id}` as never}>
            <Button tabIndex={-1}>{t('brief.rewrite')}</Button>
          </Link>
        )
      }
    >
      <div className={css.stack}>
        <p className={css.words} dir="auto">
          {brief.keyMessage}
        </p>
        <Facts
          items={[
            {
              label: t('brief.deliverables'),
              value: (
                <ul className={css.plain}>
                  {brief.deliverables.map((wanted) => (
                    <li key={`${wanted.format} ${wanted.dueLocal}`}>
                      {wanted.quantity} × {wanted.format}
                      {wanted.dueAt && (
                        <>
                          {' · '}
                          <When value={wanted.dueAt} time />
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              ),
            },
            { label: t('brief.dos'), value: <Lined lines={brief.dos} /> },
            { label: t('brief.donts'), value: <Lined lines={brief.donts} /> },
            { label: t('brief.disclosure'), value: brief.disclosure },
            { label: t('brief.hashtags'), value: brief.hashtags.join(' ') || '–' },
            { label: t('brief.trackingTarget'), value: brief.trackingTarget ?? '–' },
            { label: t('brief.promoCodePrefix'), value: brief.promoCodePrefix ?? '–' },
            { label: t('brief.rights'), value: <RightsWords rights={brief.rights} /> },
            {
              label: t('brief.places'),
              value: brief.places
                ? t('brief.taken', { taken: brief.placesTaken, places: brief.places })
                : t('brief.noLimit'),
            },
            { label: t('brief.retentionDays'), value: brief.retentionDays },
          ]}
        />
      </div>
    </Card>
  );
}

function Lined({ lines }: { lines: string[] }) {
  if (lines.length === 0) return '–';
  return (
    <ul className={css.plain}>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
