import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Chart } from '../shared/charts/Chart';
import { formatMoneyCompact } from '../shared/format/numbers';
import { useAddress } from '../shared/list/address';
import { Count } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { exportAddress, type Grouping, groupings, type ReportRow, roiQuery, type Scope } from './api';
import { FigureValue } from './FigureValue';
import { useLiveReports } from './live';
import { Navigation } from './Navigation';
import css from './results.module.css';

const shown = ['TOTAL_COST', 'NET_REVENUE', 'ROAS', 'ROI', 'CPM', 'CPE', 'CPC', 'CPA', 'ENGAGEMENT_RATE', 'ORDERS'];
const chartRows = 12;

/** What was spent and what came back, grouped as asked; every figure answers "why?", and the page keeps itself up to date. */
export default function ResultsPage() {
  const { t } = useTranslation('results');
  const { one, change } = useAddress();
  const asked = one('by') as Grouping | undefined;
  const by = asked && groupings.includes(asked) ? asked : 'campaign';
  const scope: Scope = { campaign: one('campaign'), from: one('from'), to: one('to') };
  const live = useLiveReports();
  const { data, error, isPending, refetch } = useQuery(roiQuery(by, scope));

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      facts={
        <span className={css.live} data-on={live} role="status">
          {t(live ? 'live.on' : 'live.off')}
        </span>
      }
      actions={(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} href={exportAddress(by, scope, format)} download>
          <Button tabIndex={-1}>{t(`export.${format}`)}</Button>
        </a>
      ))}
    >
      <Navigation />
      <div className={css.stack}>
        <div className={css.tools}>
          <fieldset className={css.by}>
            <legend className="visually-hidden">{t('groupBy')}</legend>
            {groupings.map((grouping) => (
              <Button
                key={grouping}
                type={grouping === by ? 'primary' : 'default'}
                aria-pressed={grouping === by}
                onClick={() => change({ by: grouping === 'campaign' ? undefined : grouping })}
              >
                {t(`by.${grouping}`)}
              </Button>
            ))}
          </fieldset>
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className={css.field} htmlFor={`results-${end}`}>
              {t(`period.${end}`)}
              <Input
                id={`results-${end}`}
                type="date"
                value={one(end) ?? ''}
                onChange={(event) => change({ [end]: event.target.value || undefined })}
              />
            </label>
          ))}
          {scope.campaign && <Button onClick={() => change({ campaign: undefined })}>{t('allCampaigns')}</Button>}
        </div>
        {error ? (
          <ErrorState problem={error} retry={() => void refetch()} />
        ) : isPending ? (
          <Card>
            <Lines count={8} />
          </Card>
        ) : data.items.length === 0 ? (
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        ) : (
          <>
            <CostAndRevenue rows={data.items} by={by} />
            <Card title={t('table', { count: data.total })} flush>
              <Rows rows={data.items} by={by} />
            </Card>
          </>
        )}
      </div>
    </Page>
  );
}

export function rowName(row: ReportRow, by: Grouping, t: TFunction<'results'>): string {
  if (!row.key) return t('noGroup');
  if (by === 'track') return t(`track.${row.key}`, { defaultValue: row.label ?? row.key });
  if (by === 'tier') return t(`shared:tier.${row.key}`, { defaultValue: row.label ?? row.key });
  if (by === 'platform') return t(`shared:platform.${row.key}`, { defaultValue: row.label ?? row.key });
  return row.label ?? row.key;
}

function Rows({ rows, by }: { rows: ReportRow[]; by: Grouping }) {
  const { t } = useTranslation('results');
  return (
    <SimpleTable
      label={t('title')}
      rows={rows}
      rowKey={(row, index) => `${row.key ?? '-'} ${row.currency} ${index}`}
      columns={[
        {
          key: 'name',
          title: t(`by.${by}`),
          render: (row) => {
            const name = (
              <>
                <bdi>{rowName(row, by, t)}</bdi>
                {row.detail && <small>{row.detail}</small>}
              </>
            );
            return by === 'campaign' && row.key ? (
              <Link to={`/results/campaigns/${row.key}` as never} className={css.name}>
                {name}
              </Link>
            ) : (
              <span className={css.name}>{name}</span>
            );
          },
        },
        {
          key: 'collaborations',
          title: t('collaborations'),
          numeric: true,
          render: (row) => <Count value={row.collaborations} />,
        },
        ...shown.map((metric) => ({
          key: metric,
          title: t(`metric.${metric}`),
          numeric: true,
          render: (row: ReportRow) => <FigureValue figure={row.metrics[metric]} currency={row.currency} />,
        })),
      ]}
    />
  );
}

/** Cost beside revenue of the rows with most cost, in one currency: amounts of two currencies share no axis. */
function CostAndRevenue({ rows, by }: { rows: ReportRow[]; by: Grouping }) {
  const { t, i18n } = useTranslation('results');
  const currency = rows[0]?.currency ?? 'CNY';
  const largest = rows
    .filter((row) => row.currency === currency && (row.metrics.TOTAL_COST?.value ?? 0) > 0)
    .sort((one, other) => (other.metrics.TOTAL_COST?.value ?? 0) - (one.metrics.TOTAL_COST?.value ?? 0))
    .slice(0, chartRows);
  if (largest.length === 0) return null;
  const series = ['TOTAL_COST', 'NET_REVENUE'].map((metric) => ({
    name: t(`metric.${metric}`),
    values: largest.map((row) => row.metrics[metric]?.value ?? null),
  }));
  return (
    <Card>
      <Chart
        title={t('chart.costAndRevenue')}
        height={Math.max(200, largest.length * 48)}
        format={(value) => formatMoneyCompact({ amountMinor: Math.round(value), currency }, i18n.language)}
        spec={{
          kind: 'hbar',
          unit: currency,
          along: t(`by.${by}`),
          categories: largest.map((row) => rowName(row, by, t)),
          series,
        }}
      />
    </Card>
  );
}
