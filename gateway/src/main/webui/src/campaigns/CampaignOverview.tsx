import { useTranslation } from 'react-i18next';
import { Explain } from '../shared/ui/Explain';
import { Count, Money, When } from '../shared/ui/Figures';
import { Card, Facts, FigureRow } from '../shared/ui/Page';
import { Platform } from '../shared/ui/Platform';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState } from '../shared/ui/States';
import type { Campaign } from './api';
import { BudgetBar } from './BudgetBar';
import css from './campaigns.module.css';
import { formatTarget } from './objectives';

/** The plan of a campaign and where its money stands. */
export function CampaignOverview({ campaign }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation(['campaigns', 'collaboration']);
  const { budget, spent, reserved, available, unplanned } = campaign;
  return (
    <div className={css.stack}>
      <FigureRow
        figures={[
          {
            label: t('campaign.budget'),
            value: <Money value={budget} compact />,
            hint: <BudgetBar campaign={campaign} />,
          },
          {
            label: t('money.spent'),
            value: (
              <Explain
                why={{
                  name: t('money.spent'),
                  formula: t('money.spentFormula'),
                  inputs: [{ label: t('money.unplanned'), value: <Money value={unplanned} /> }],
                  source: t('money.source'),
                }}
              >
                <Money value={spent} compact />
              </Explain>
            ),
          },
          {
            label: t('money.reserved'),
            value: (
              <Explain
                why={{ name: t('money.reserved'), formula: t('money.reservedFormula'), source: t('money.source') }}
              >
                <Money value={reserved} compact />
              </Explain>
            ),
          },
          {
            label: t('campaign.available'),
            value: (
              <Explain
                why={{
                  name: t('campaign.available'),
                  formula: t('money.availableFormula'),
                  inputs: [
                    { label: t('campaign.budget'), value: <Money value={budget} /> },
                    { label: t('money.spent'), value: <Money value={spent} /> },
                    { label: t('money.reserved'), value: <Money value={reserved} /> },
                  ],
                  source: t('money.source'),
                }}
              >
                <Money value={available} compact />
              </Explain>
            ),
          },
          {
            label: t('campaign.openWork'),
            value: <Count value={campaign.open} />,
            hint: t('campaign.ofAll', { count: campaign.collaborations }),
          },
        ]}
      />
      <div className={css.columns}>
        <Card title={t('plan.objectives')} flush>
          {campaign.objectives.length === 0 ? (
            <EmptyState title={t('objective.none')}>{t('form.objectivesHint')}</EmptyState>
          ) : (
            <SimpleTable
              label={t('plan.objectives')}
              rows={campaign.objectives}
              rowKey={(objective) => `${objective.kind} ${objective.metric}`}
              columns={[
                { key: 'kind', title: t('objective.kind'), render: (objective) => t(`kind.${objective.kind}`) },
                { key: 'metric', title: t('objective.metric'), render: (objective) => t(`metric.${objective.metric}`) },
                {
                  key: 'target',
                  title: t('objective.target'),
                  numeric: true,
                  render: (objective) =>
                    formatTarget(objective.target, objective.metric, budget.currency, i18n.language),
                },
              ]}
            />
          )}
        </Card>
        <Card title={t('form.what')}>
          <Facts
            items={[
              { label: t('plan.startsOn'), value: <When value={campaign.startsOn} relative /> },
              { label: t('plan.endsOn'), value: <When value={campaign.endsOn} relative /> },
              { label: t('plan.timeZone'), value: campaign.timeZone },
              {
                label: t('plan.platforms'),
                value: (
                  <span className={css.platforms}>
                    {campaign.platforms.map((code) => (
                      <Platform key={code} id={code} />
                    ))}
                  </span>
                ),
              },
              {
                label: t('plan.productIds'),
                value: campaign.products.map((product) => product.name).join(' · ') || '–',
              },
              { label: t('campaign.launched'), value: <When value={campaign.launchedAt} time /> },
            ]}
          />
        </Card>
      </div>
      {campaign.runsBeside.length > 0 && (
        <Card title={t('plan.runsBeside')} flush>
          <SimpleTable
            label={t('plan.runsBeside')}
            rows={campaign.runsBeside}
            rowKey={(one, index) => `${one.name} ${index}`}
            columns={[
              { key: 'name', title: t('marketing.name'), render: (one) => one.name },
              { key: 'channel', title: t('marketing.channel'), render: (one) => one.channel },
              { key: 'from', title: t('plan.startsOn'), render: (one) => <When value={one.startsOn} /> },
              { key: 'to', title: t('plan.endsOn'), render: (one) => <When value={one.endsOn} /> },
            ]}
          />
        </Card>
      )}
    </div>
  );
}
