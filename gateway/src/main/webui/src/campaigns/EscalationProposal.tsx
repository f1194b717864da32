import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber, formatPercent } from '../shared/format/numbers';
import { Count, None, When } from '../shared/ui/Figures';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { StateTag, type Tone } from '../shared/ui/StateTag';
import css from './campaigns.module.css';
import type { Evidence, Proposal } from './collaborationApi';

const verdicts: Record<Evidence['verdict'], Tone> = {
  CLEARLY_MET: 'good',
  MET: 'waiting',
  NOT_MET: 'bad',
  UNKNOWN: 'neutral',
};
const recommendations: Record<Proposal['recommendation'], Tone> = {
  ESCALATE: 'good',
  KEEP_AS_IT_IS: 'neutral',
  UNDECIDED: 'waiting',
};
const ofThePost = new Set(['ORDERS', 'ATTRIBUTED_GMV', 'SAVES', 'CPE']);
const inMoney = new Set(['ATTRIBUTED_GMV', 'CPE']);

/** What the organisation's rule proposes, with the evidence and how sure it is; a person decides. */
export function EscalationProposal({
  proposed,
  measuredAt,
  currency,
}: {
  proposed: { daysAfter: number; at: string; proposal: Proposal };
  /** As of when the numbers of the post are. */
  measuredAt?: string;
  currency: string;
}) {
  const { t, i18n } = useTranslation(['campaigns', 'collaboration']);
  const { proposal } = proposed;
  const show = (metric: string, value: number) => {
    if (inMoney.has(metric)) return formatMoney({ amountMinor: Math.round(value), currency }, i18n.language);
    return metric === 'VIRAL_RATE' ? formatPercent(value, i18n.language) : formatNumber(value, i18n.language, 1);
  };
  return (
    <Card title={t('proposal.title')} flush>
      <div className={css.verdict}>
        <StateTag tone={recommendations[proposal.recommendation]}>
          {t(`recommendation.${proposal.recommendation}`)}
        </StateTag>
        <span>{t(`confidence.${proposal.confidence}`)}</span>
        <span className={css.muted}>
          {t('proposal.rule', {
            name: proposal.ruleName,
            version: proposal.ruleVersion,
            needed: proposal.needed,
            total: proposal.evidence.length,
          })}
          {' · T+'}
          {proposed.daysAfter}
          {' · '}
          <When value={proposed.at} />
        </span>
      </div>
      <SimpleTable<Evidence>
        label={t('proposal.evidence')}
        rows={proposal.evidence}
        rowKey={(evidence) => evidence.condition.metric}
        columns={[
          {
            key: 'condition',
            title: t('proposal.condition'),
            render: ({ condition }) => (
              <>
                {t(`condition.${condition.metric}`)} {condition.metric === 'CPE' ? '≤' : '≥'}{' '}
                {show(condition.metric, condition.threshold)}
              </>
            ),
          },
          {
            key: 'value',
            title: t('proposal.value'),
            numeric: true,
            render: ({ condition, value, interval }) =>
              value === null || value === undefined ? (
                <None />
              ) : (
                <>
                  {show(condition.metric, value)}
                  {interval && (
                    <span className={css.interval}>
                      95 %: {show(condition.metric, interval.low)} –{' '}
                      {interval.high > 1e15 ? '∞' : show(condition.metric, interval.high)}
                    </span>
                  )}
                </>
              ),
          },
          {
            key: 'sample',
            title: t('proposal.sample'),
            numeric: true,
            render: ({ sampleSize }) => <Count value={sampleSize} />,
          },
          {
            key: 'verdict',
            title: t('proposal.verdict'),
            render: ({ verdict }) => <StateTag tone={verdicts[verdict]}>{t(`verdict.${verdict}`)}</StateTag>,
          },
          {
            key: 'source',
            title: t('proposal.source'),
            render: ({ condition, source }) => (
              <small>
                {t(`proposal.sourceOf.${condition.metric}`, { from: condition.viralFrom, defaultValue: source })}
                {measuredAt && ofThePost.has(condition.metric) && (
                  <>
                    {' · '}
                    {t('proposal.metricsOf')} <When value={measuredAt} />
                  </>
                )}
              </small>
            ),
          },
        ]}
      />
    </Card>
  );
}
