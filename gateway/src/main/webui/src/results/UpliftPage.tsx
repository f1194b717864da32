import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber } from '../shared/format/numbers';
import { Count } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { StateTag, type Tone } from '../shared/ui/StateTag';
import { useTierName } from '../shared/ui/Tier';
import { giftToPaidQuery, type Uplift } from './api';
import { FigureValue } from './FigureValue';
import { useLiveReports } from './live';
import { Navigation } from './Navigation';
import css from './results.module.css';

const tones: Record<string, Tone> = { HIGHER: 'good', LOWER: 'bad', UNDECIDED: 'neutral', TOO_FEW: 'waiting' };

/** Does paying do more than gifting? Comparable accounts side by side, with an interval, and no verdict where it crosses zero. */
export default function UpliftPage() {
  const { t } = useTranslation('results');
  useLiveReports();
  const { data, error, isPending, refetch } = useQuery(giftToPaidQuery);
  return (
    <Page title={t('uplift.title')} lead={t('uplift.lead')}>
      <Navigation />
      {error ? (
        <ErrorState problem={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Card>
          <Lines count={8} />
        </Card>
      ) : data.comparable.length + data.sameAccount.length + data.chains.length === 0 ? (
        <EmptyState title={t('uplift.empty.title')}>{t('uplift.empty.text')}</EmptyState>
      ) : (
        <div className={css.stack}>
          <Differences title={t('uplift.comparable')} rows={data.comparable} />
          <Differences title={t('uplift.sameAccount')} rows={data.sameAccount} />
          <Card title={t('uplift.chains')} flush>
            <SimpleTable
              label={t('uplift.chains')}
              rows={data.chains}
              rowKey={(row, index) => `${row.key} ${index}`}
              columns={[
                {
                  key: 'name',
                  title: t('by.chain'),
                  render: (row) => (
                    <span className={css.name}>
                      <bdi>{row.label}</bdi>
                      <small>{row.detail}</small>
                    </span>
                  ),
                },
                ...['TOTAL_COST', 'NET_REVENUE', 'ROAS', 'ROI', 'ENGAGEMENTS'].map((metric) => ({
                  key: metric,
                  title: t(`metric.${metric}`),
                  numeric: true,
                  render: (row: (typeof data.chains)[number]) => <FigureValue figure={row.metrics[metric]} />,
                })),
              ]}
            />
            {data.chainsTotal > data.chains.length && (
              <p className={css.more}>
                <Link to={'/results' as never} search={{ by: 'chain' } as never}>
                  {t('uplift.allChains', { count: data.chainsTotal })}
                </Link>
              </p>
            )}
          </Card>
        </div>
      )}
    </Page>
  );
}

function Differences({ title, rows }: { title: string; rows: Uplift[] }) {
  const tierName = useTierName();
  const { t, i18n } = useTranslation('results');
  const shown = (row: Uplift, value: number | null | undefined) => {
    if (value === null || value === undefined) return '–';
    return row.metric === 'NET_REVENUE'
      ? formatMoney({ amountMinor: Math.round(value), currency: row.currency }, i18n.language)
      : formatNumber(value, i18n.language);
  };
  if (rows.length === 0) return null;
  return (
    <Card title={title} flush>
      <SimpleTable
        label={title}
        rows={rows}
        rowKey={(row, index) => `${row.metric} ${index}`}
        columns={[
          {
            key: 'metric',
            title: t('figure'),
            render: (row) => t(`metric.${row.metric}`, { defaultValue: row.metric }),
          },
          {
            key: 'group',
            title: t('uplift.group'),
            render: (row) =>
              row.platform ? (
                <>
                  <Platform id={row.platform} /> {tierName(row.tier ?? '')}
                </>
              ) : (
                t('uplift.self')
              ),
          },
          {
            key: 'gift',
            title: t('uplift.giftMean'),
            numeric: true,
            render: (row) => <Mean shown={shown(row, row.gift.mean)} count={row.gift.count} />,
          },
          {
            key: 'paid',
            title: t('uplift.paidMean'),
            numeric: true,
            render: (row) => <Mean shown={shown(row, row.paid.mean)} count={row.paid.count} />,
          },
          {
            key: 'difference',
            title: t('uplift.difference'),
            numeric: true,
            render: (row) => shown(row, row.difference),
          },
          {
            key: 'interval',
            title: t('uplift.interval'),
            numeric: true,
            render: (row) =>
              row.low === null || row.low === undefined ? '–' : `${shown(row, row.low)} … ${shown(row, row.high)}`,
          },
          {
            key: 'verdict',
            title: t('uplift.verdict'),
            render: (row) => (
              <StateTag tone={tones[row.verdict] ?? 'neutral'}>{t(`uplift.verdictOf.${row.verdict}`)}</StateTag>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Mean({ shown, count }: { shown: string; count: number }) {
  return (
    <>
      {shown}{' '}
      <small>
        n=
        <Count value={count} />
      </small>
    </>
  );
}
