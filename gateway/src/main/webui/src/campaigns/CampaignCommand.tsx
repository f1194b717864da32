import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyAmount, Versioned } from '../shared/api/http';
import { formatMoney } from '../shared/format/numbers';
import { Consequence } from '../shared/forms/Consequence';
import { MoneyInput } from '../shared/forms/MoneyInput';
import { TextArea } from '../shared/ui/Input';
import { type Campaign, campaignKey, campaignsKey, commandCampaign } from './api';
import css from './campaigns.module.css';

interface CampaignCommandProps {
  verb: string;
  opened: Versioned<Campaign>;
  onClose: () => void;
}

/** Launches, closes or cancels a campaign, or changes its budget; says the consequence in words and numbers. */
export default function CampaignCommand({ verb, opened, onClose }: CampaignCommandProps) {
  const { t, i18n } = useTranslation(['campaigns', 'collaboration']);
  const id = useId();
  const queries = useQueryClient();
  const { value: campaign, etag } = opened;
  const [reason, setReason] = useState('');
  const [budget, setBudget] = useState<MoneyAmount | undefined>(campaign.budget);
  const words = {
    name: campaign.name,
    open: campaign.open,
    budget: formatMoney(campaign.budget, i18n.language),
    reserved: formatMoney(campaign.reserved, i18n.language),
    committed: formatMoney(
      { amountMinor: campaign.reserved.amountMinor + campaign.spent.amountMinor, currency: campaign.budget.currency },
      i18n.language,
    ),
  };
  const body =
    verb === 'launch'
      ? {}
      : verb === 'budget'
        ? { budget, reason: reason || undefined }
        : { reason: reason || undefined };
  return (
    <Consequence
      title={t(`command.${verb}.title`, words)}
      verb={t(`command.${verb}.do`)}
      danger={verb === 'cancel'}
      disabled={verb === 'budget' && !budget}
      run={async (key) => {
        const saved = await commandCampaign(campaign.id, verb, etag, body, key);
        queries.setQueryData(campaignKey(campaign.id), saved);
      }}
      refreshes={[campaignsKey]}
      onClose={onClose}
    >
      <p>{t(`command.${verb}.what`, words)}</p>
      {verb === 'budget' && (
        <div className={css.labelled}>
          <label htmlFor={`${id}-budget`}>{t('command.newBudget')}</label>
          <MoneyInput id={`${id}-budget`} currency={campaign.budget.currency} value={budget} onChange={setBudget} />
        </div>
      )}
      {verb !== 'launch' && (
        <div className={css.labelled}>
          <label htmlFor={`${id}-reason`}>{t('stepField.reason')}</label>
          <TextArea
            id={`${id}-reason`}
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
    </Consequence>
  );
}
