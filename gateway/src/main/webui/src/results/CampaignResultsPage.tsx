import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Chart } from '../shared/charts/Chart';
import { formatMoneyCompact, formatNumber } from '../shared/format/numbers';
import { Count, Money, Percent, When } from '../shared/ui/Figures';
import { Card, Facts, FigureRow, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, PageSkeleton } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type CampaignReport, campaignReportQuery, type Day, type Objective } from './api';
import { FigureValue, figureText } from './FigureValue';
import { useLiveReports } from './live';
import css from './results.module.css';

const headline = ['TOTAL_COST', 'NET_REVENUE', 'ROAS', 'ROI'];

/** One campaign: what it cost, what came back, and what of its objectives was reached. */
export default function CampaignResultsPage() {
  const { campaignId } = useParams({ strict: false }) as { campaignId: string };
  useLiveReports();
  const { data, error, isPending, refetch } = useQuery(campaignReportQuery(campaignId));
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <Report report={data} />;
}

function Report({ report }: { report: CampaignReport }) {
  const { t } = useTranslation('results');
  const { campaign, metrics } = report;
  return (
    <Page
      title={campaign.name}
      trail={[{ label: t('title'), to: '/results' as never }]}
      lead={campaign.brandName}
      actions={
        <>
          <Link to={`/results?by=kol&campaign=${campaign.id}` as never}>
            <Button tabIndex={-1}>{t('byKol')}</Button>
          </Link>
          <Link to={`/campaigns/${campaign.id}` as never}>
            <Button tabIndex={-1}>{t('openCampaign')}</Button>
          </Link>
        </>
      }
    >
      <div className={css.stack}>
        <FigureRow
          figures={headline.map((metric) => ({
            label: t(`metric.${metric}`),
            value: <FigureValue figure={metrics[metric]} currency={campaign.budget.currency} />,
          }))}
        />
        <Card>
          <Facts
            items={[
              { label: t('budget'), value: <Money value={campaign.budget} /> },
              { label: t('period.from'), value: <When value={campaign.startsOn} /> },
              { label: t('period.to'), value: <When value={campaign.endsOn} /> },
              {
                label: t('score'),
                value: (
                  <>
                    <Percent value={report.score.value} />{' '}
                    <small className={css.hint}>
                      {t('coverage')} <Percent value={report.score.coverage} digits={0} />
                    </small>
                  </>
                ),
              },
            ]}
          />
        </Card>
        <Objectives objectives={report.objectives} currency={campaign.budget.currency} />
        <Days days={report.days} />
        <Card title={t('byTrack')} flush>
          <SimpleTable
            label={t('byTrack')}
            rows={report.tracks}
            rowKey={(row) => `${row.key}`}
            columns={[
              {
                key: 'track',
                title: t('by.track'),
                render: (row) => t(`track.${row.key}`, { defaultValue: row.label ?? row.key ?? '' }),
              },
              {
                key: 'count',
                title: t('collaborations'),
                numeric: true,
                render: (row) => <Count value={row.collaborations} />,
              },
              ...['TOTAL_COST', 'CPE', 'CPA', 'NET_REVENUE', 'ROAS', 'ROI'].map((metric) => ({
                key: metric,
                title: t(`metric.${metric}`),
                numeric: true,
                render: (row: CampaignReport['tracks'][number]) => (
                  <FigureValue figure={row.metrics[metric]} currency={row.currency} />
                ),
              })),
            ]}
          />
        </Card>
        <Card title={t('everyFigure')} flush>
          <SimpleTable
            label={t('everyFigure')}
            rows={Object.values(metrics)}
            rowKey={(figure) => figure.formula}
            columns={[
              { key: 'name', title: t('figure'), render: (figure) => t(`metric.${figure.formula}`) },
              { key: 'value', title: t('value'), numeric: true, render: (figure) => <FigureValue figure={figure} /> },
            ]}
          />
        </Card>
      </div>
    </Page>
  );
}

function Objectives({ objectives, currency }: { objectives: Objective[]; currency: string }) {
  const { t, i18n } = useTranslation('results');
  if (objectives.length === 0) return null;
  return (
    <Card title={t('objectives')} flush>
      <SimpleTable
        label={t('objectives')}
        rows={objectives}
        rowKey={(objective) => `${objective.kind} ${objective.metric}`}
        columns={[
          { key: 'kind', title: t('objective'), render: (objective) => t(`objectiveKind.${objective.kind}`) },
          {
            key: 'metric',
            title: t('measuredBy'),
            render: (objective) => t(`metric.${objective.metric}`, { defaultValue: objective.metric }),
          },
          {
            key: 'target',
            title: t('target'),
            numeric: true,
            render: (objective) =>
              objective.actual
                ? figureText({ ...objective.actual, value: objective.target, currency }, i18n.language)
                : formatNumber(objective.target, i18n.language),
          },
          {
            key: 'actual',
            title: t('actual'),
            numeric: true,
            render: (objective) => <FigureValue figure={objective.actual ?? undefined} />,
          },
          {
            key: 'reached',
            title: t('reached'),
            render: (objective) =>
              objective.reached === null || objective.reached === undefined ? (
                <StateTag tone="neutral">{t('open')}</StateTag>
              ) : (
                <StateTag tone={objective.reached ? 'good' : 'waiting'}>
                  {t(objective.reached ? 'yes' : 'notYet')} <Percent value={objective.ratio} digits={0} />
                </StateTag>
              ),
          },
        ]}
      />
    </Card>
  );
}

/** Small multiples over the same days: money, engagements, orders each on an axis of its own. */
function Days({ days }: { days: Day[] }) {
  const { t, i18n } = useTranslation('results');
  if (days.length === 0) {
    return <EmptyState title={t('noDays.title')}>{t('noDays.text')}</EmptyState>;
  }
  const currency = days[0]?.currency ?? 'CNY';
  const money = (value: number) => formatMoneyCompact({ amountMinor: Math.round(value), currency }, i18n.language);
  const count = (value: number) => formatNumber(value, i18n.language, 0);
  const along = { along: t('day'), time: true, categories: days.map(({ day }) => day) };
  return (
    <div className={css.columns}>
      <Card>
        <Chart
          title={t('chart.money')}
          format={money}
          spec={{
            kind: 'bar',
            unit: currency,
            ...along,
            series: [
              { name: t('metric.TOTAL_COST'), values: days.map(({ cost }) => cost.amountMinor) },
              { name: t('metric.NET_REVENUE'), values: days.map(({ netRevenue }) => netRevenue.amountMinor) },
            ],
          }}
        />
      </Card>
      <Card>
        <Chart
          title={t('metric.ENGAGEMENTS')}
          format={count}
          spec={{
            kind: 'bar',
            unit: t('metric.ENGAGEMENTS'),
            ...along,
            series: [{ name: t('metric.ENGAGEMENTS'), values: days.map(({ engagements }) => engagements ?? null) }],
          }}
        />
      </Card>
      <Card>
        <Chart
          title={t('chart.clicksAndOrders')}
          format={count}
          spec={{
            kind: 'bar',
            unit: t('count'),
            ...along,
            series: [
              { name: t('metric.CLICKS'), values: days.map(({ clicks }) => clicks) },
              { name: t('metric.ORDERS'), values: days.map(({ orders }) => orders) },
            ],
          }}
        />
      </Card>
    </div>
  );
}
