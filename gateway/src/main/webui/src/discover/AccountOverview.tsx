import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type ChartSpec } from '../shared/charts/Chart';
import { formatDate } from '../shared/format/dates';
import { formatCompact, formatPercent } from '../shared/format/numbers';
import { Explain, type Explanation } from '../shared/ui/Explain';
import { Count, Percent, When } from '../shared/ui/Figures';
import { Card, Facts, FigureRow } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState } from '../shared/ui/States';
import { useTierName } from '../shared/ui/Tier';
import type { Account, HistoryPoint, Kol } from './api';
import css from './KolPage.module.css';

/** What an account is today, and how it became that. */
export function AccountOverview({ account, kol }: { account: Account; kol: Kol }) {
  const { t } = useTranslation('discover');
  const tierName = useTierName();
  const { numbers } = account;
  const snapshot = { source: t('kol.fromSnapshot'), asOf: account.measuredOn };
  const plain = (key: string): Explanation => ({ name: t(`number.${key}`), ...snapshot });
  return (
    <div className={css.stack}>
      <FigureRow
        figures={[
          {
            label: t('number.followers'),
            value: (
              <Explain why={plain('followers')}>
                <Count value={numbers.followers} compact />
              </Explain>
            ),
            hint: account.tier ? t('kol.tier', { tier: tierName(account.tier) }) : undefined,
          },
          {
            label: t('number.avgViews'),
            value: (
              <Explain why={plain('avgViews')}>
                <Count value={numbers.avgViews} compact />
              </Explain>
            ),
            hint: t('kol.perPost'),
          },
          {
            label: t('number.engagementRate'),
            value: (
              <Explain
                why={{
                  name: t('number.engagementRate'),
                  formula: t('kol.engagementFormula'),
                  inputs: [
                    { label: t('number.avgEngagements'), value: <Count value={numbers.avgEngagements} /> },
                    { label: t('number.avgViews'), value: <Count value={numbers.avgViews} /> },
                  ],
                  ...snapshot,
                }}
              >
                <Percent value={account.engagementRate} />
              </Explain>
            ),
            hint: t('kol.ofViews'),
          },
          {
            label: t('number.engagementRateByFollowers'),
            value: (
              <Explain
                why={{
                  name: t('number.engagementRateByFollowers'),
                  formula: t('kol.engagementByFollowersFormula'),
                  inputs: [
                    { label: t('number.avgEngagements'), value: <Count value={numbers.avgEngagements} /> },
                    { label: t('number.followers'), value: <Count value={numbers.followers} /> },
                  ],
                  ...snapshot,
                }}
              >
                <Percent value={account.engagementRateByFollowers} />
              </Explain>
            ),
            hint: t('kol.ofFollowers'),
          },
          {
            label: t('number.audit'),
            value: account.audit ? <AuditFigure account={account} /> : <Count value={undefined} />,
            hint: account.audit
              ? t('kol.auditConfidence', { percent: Math.round(account.audit.confidence * 100) })
              : t('kol.notAudited'),
          },
        ]}
      />
      <History account={account} />
      <Card title={t('kol.about')}>
        <Facts
          items={[
            { label: t('kol.handle'), value: <bdi>{account.handle}</bdi> },
            { label: t('kol.uid'), value: account.platformUid ?? '–' },
            { label: t('kol.country'), value: account.country ?? kol.country ?? '–' },
            { label: t('kol.topics'), value: account.topics.join(' · ') || '–' },
            { label: t('kol.measuredOn'), value: <When value={account.measuredOn} relative /> },
            {
              label: t('kol.profile'),
              value: account.url ? (
                <a href={account.url} target="_blank" rel="noreferrer">
                  {t('kol.openProfile')}
                </a>
              ) : (
                '–'
              ),
            },
            { label: t('kol.bio'), value: <span dir="auto">{kol.bio || '–'}</span> },
            { label: t('kol.notes'), value: <span dir="auto">{kol.notes || '–'}</span> },
          ]}
        />
      </Card>
      {account.names.length > 1 && (
        <Card title={t('kol.names')} flush>
          <SimpleTable
            label={t('kol.names')}
            rows={account.names}
            rowKey={(name) => `${name.handle} ${name.displayName} ${name.firstSeen}`}
            columns={[
              { key: 'handle', title: t('kol.handle'), render: (name) => <bdi>{name.handle}</bdi> },
              { key: 'name', title: t('kol.displayName'), render: (name) => <bdi>{name.displayName}</bdi> },
              { key: 'first', title: t('kol.firstSeen'), render: (name) => <When value={name.firstSeen} /> },
              { key: 'last', title: t('kol.lastSeen'), render: (name) => <When value={name.lastSeen} /> },
            ]}
          />
        </Card>
      )}
    </div>
  );
}

function AuditFigure({ account }: { account: Account }) {
  const { t } = useTranslation('discover');
  const { audit } = account;
  if (!audit) return null;
  return (
    <Explain
      why={{
        name: t('number.audit'),
        formula: t('audit.formula'),
        version: audit.ruleVersion,
        inputs: audit.findings
          .filter((finding) => finding.severity > 0)
          .map((finding) => ({
            label: t(`signal.${finding.signal}`, { defaultValue: finding.signal }),
            value: `−${(finding.weight * finding.severity).toFixed(1)}`,
          })),
        asOf: audit.auditedAt,
      }}
    >
      {audit.score}
    </Explain>
  );
}

const charted = ['followers', 'avgViews', 'avgEngagements'] as const;

/** Small multiples over one time axis: one question each. */
function History({ account }: { account: Account }) {
  const { t, i18n } = useTranslation('discover');
  const language = i18n.language;
  const compact = useCallback((value: number) => formatCompact(value, language), [language]);
  const percent = useCallback((value: number) => formatPercent(value, language), [language]);
  const specs = useMemo(() => {
    const spec = (name: string, unit: string, read: (point: HistoryPoint) => number | null | undefined): ChartSpec => ({
      kind: 'line',
      unit,
      along: t('kol.day'),
      time: true,
      categories: account.history.map((point) => point.day),
      categoryLabel: (day) => formatDate(day, language),
      series: [{ name, values: account.history.map((point) => read(point) ?? null) }],
    });
    return {
      counts: charted.map((key) => ({
        key,
        spec: spec(t(`number.${key}`), t(`unit.${key}`), (point) => point.numbers[key]),
      })),
      rate: spec(t('number.engagementRate'), t('kol.ofViews'), (point) => point.engagementRate),
    };
  }, [account, language, t]);

  if (account.history.length < 2) {
    return (
      <Card title={t('kol.history')}>
        <EmptyState title={t('kol.oneSnapshot')}>{t('kol.oneSnapshotText')}</EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t('kol.history')}>
      <div className={css.charts}>
        {specs.counts
          .filter(({ spec }) => spec.series.some((series) => series.values.some((value) => value !== null)))
          .map(({ key, spec }) => (
            <Chart key={key} title={t(`number.${key}`)} spec={spec} format={compact} height={200} />
          ))}
        {specs.rate.series[0]?.values.some((value) => value !== null) && (
          <Chart title={t('number.engagementRate')} spec={specs.rate} format={percent} height={200} />
        )}
      </div>
    </Card>
  );
}
