import { useTranslation } from 'react-i18next';
import { formatMoney } from '../shared/format/numbers';
import { Meter } from '../shared/ui/Meter';
import type { Campaign } from './api';
import css from './campaigns.module.css';

/** What of the budget is spent (full) and reserved (hatched). */
export function BudgetBar({ campaign }: { campaign: Pick<Campaign, 'budget' | 'spent' | 'reserved'> }) {
  const { t, i18n } = useTranslation(['campaigns', 'collaboration']);
  const { budget, spent, reserved } = campaign;
  const words = t('campaign.budgetWords', {
    spent: formatMoney(spent, i18n.language),
    reserved: formatMoney(reserved, i18n.language),
  });
  return (
    <span className={css.budget} title={words}>
      <Meter
        whole={budget.amountMinor}
        parts={[
          { value: spent.amountMinor, tone: 'solid' },
          { value: reserved.amountMinor, tone: 'soft' },
        ]}
      />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
