import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../shared/ui/Page';
import { EmptyState, ErrorState, Lines } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type EscalationRule, fetchRules, rulesKey } from './api';
import css from './settings.module.css';
import { formatThreshold } from './thresholds';

const RuleForm = lazy(() => import('./RuleForm'));

/** When the suite proposes to turn a gift into a paid brief; a person always decides. */
export default function EscalationRules() {
  const { t, i18n } = useTranslation('settings');
  const [edited, setEdited] = useState<EscalationRule | 'new'>();
  const { data, error, isPending } = useQuery({ queryKey: rulesKey, queryFn: fetchRules });
  if (error) return <ErrorState problem={error} />;
  if (isPending) return <Lines count={6} />;
  if (edited) {
    return (
      <Card title={t(edited === 'new' ? 'rule.add' : 'rule.edit')}>
        <Suspense fallback={<Lines count={4} />}>
          <RuleForm rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
        </Suspense>
      </Card>
    );
  }
  const add = (
    <Button type="primary" onClick={() => setEdited('new')}>
      {t('rule.add')}
    </Button>
  );
  return (
    <div className={css.stack}>
      <p className={css.muted}>{t('rule.lead')}</p>
      {data.items.length === 0 ? (
        <Card>
          <EmptyState title={t('rule.none')} action={add}>
            {t('rule.noneText')}
          </EmptyState>
        </Card>
      ) : (
        <div>{add}</div>
      )}
      {data.items.map((rule) => (
        <Card
          key={rule.id}
          title={
            <span className={css.rule}>
              <bdi>{rule.name}</bdi>
              <StateTag tone={rule.active ? 'good' : 'neutral'}>
                {t(rule.active ? 'rule.active' : 'rule.inactive')}
              </StateTag>
            </span>
          }
          extra={
            <Button aria-label={t('rule.editNamed', { name: rule.name })} onClick={() => setEdited(rule)}>
              {t('shared:actions.edit')}
            </Button>
          }
        >
          <p>{t('rule.needs', { needed: rule.needed, total: rule.conditions.length })}</p>
          <ul className={css.conditions}>
            {rule.conditions.map((condition) => (
              <li key={condition.metric}>
                {t(`metric.${condition.metric}`)} {condition.metric === 'CPE' ? '≤' : '≥'}{' '}
                {formatThreshold(condition.threshold, condition.metric, i18n.language)}
                {condition.viralFrom && ` · ${t('rule.viral', { count: condition.viralFrom })}`}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
