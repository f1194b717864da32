import { useTranslation } from 'react-i18next';
import { formatNumber } from '../shared/format/numbers';
import { Count, None, When } from '../shared/ui/Figures';
import { Meter } from '../shared/ui/Meter';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState } from '../shared/ui/States';
import { StateTag, type Tone } from '../shared/ui/StateTag';
import type { Account, Finding, Outcome } from './api';
import css from './KolPage.module.css';

const tones: Record<Outcome, Tone> = { CLEAR: 'good', SUSPICIOUS: 'bad', MISSING: 'neutral' };

/** The audience audit, signal by signal: value, threshold, source and sample size, so that anybody can check it. */
export function AuditReport({ account }: { account: Account }) {
  const { t, i18n } = useTranslation('discover');
  const { audit } = account;
  if (!audit) {
    return (
      <Card>
        <EmptyState title={t('audit.none')}>{t('audit.noneText')}</EmptyState>
      </Card>
    );
  }
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? <None /> : formatNumber(value, i18n.language, 3);
  const order: Record<Outcome, number> = { SUSPICIOUS: 0, CLEAR: 1, MISSING: 2 };
  const findings = [...audit.findings].sort(
    (a, b) => order[a.outcome] - order[b.outcome] || b.weight * b.severity - a.weight * a.severity,
  );
  return (
    <div className={css.stack}>
      <Card>
        <div className={css.score}>
          <div className={css.scoreNumber}>
            {audit.score} <small>/ 100</small>
          </div>
          <div>
            <Meter whole={100} parts={[{ value: audit.score, tone: 'solid' }]} />
            <p className={css.scoreText}>
              {t('audit.summary', {
                suspicious: findings.filter((finding) => finding.outcome === 'SUSPICIOUS').length,
                total: findings.length,
                confidence: Math.round(audit.confidence * 100),
              })}
            </p>
            <p className={css.scoreText}>
              {t('audit.rule', { version: audit.ruleVersion })} · <When value={audit.auditedAt} time relative />
            </p>
          </div>
        </div>
      </Card>
      <Card title={t('audit.signals')} flush>
        <SimpleTable<Finding>
          label={t('audit.signals')}
          rows={findings}
          rowKey={(finding) => finding.signal}
          columns={[
            {
              key: 'signal',
              title: t('audit.signal'),
              render: (finding) => (
                <div className={css.signal}>{t(`signal.${finding.signal}`, { defaultValue: finding.signal })}</div>
              ),
            },
            {
              key: 'outcome',
              title: t('audit.outcome'),
              render: (finding) => <StateTag tone={tones[finding.outcome]}>{t(`outcome.${finding.outcome}`)}</StateTag>,
            },
            { key: 'value', title: t('audit.value'), numeric: true, render: (finding) => number(finding.value) },
            {
              key: 'threshold',
              title: t('audit.threshold'),
              numeric: true,
              render: (finding) => number(finding.threshold),
            },
            { key: 'unit', title: t('audit.unit'), render: (finding) => finding.unit },
            {
              key: 'points',
              title: t('audit.points'),
              numeric: true,
              render: (finding) => (finding.severity > 0 ? `−${(finding.weight * finding.severity).toFixed(1)}` : '0'),
            },
            {
              key: 'sample',
              title: t('audit.sample'),
              numeric: true,
              render: (finding) => <Count value={finding.sampleSize} />,
            },
            {
              key: 'why',
              title: t('audit.why'),
              render: (finding) => (
                <div className={css.explanation}>
                  {finding.explanation} <br />
                  <small>{finding.source}</small>
                </div>
              ),
            },
          ]}
        />
      </Card>
    </div>
  );
}
