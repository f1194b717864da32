import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '../shared/forms/MoneyInput';
import { Input } from '../shared/ui/Input';
import type { Campaign } from './api';
import BriefChoice from './BriefChoice';
import css from './campaigns.module.css';
import type { OfferTerms } from './useOffering';

interface OfferFieldsProps {
  campaign: Campaign;
  value: OfferTerms;
  onChange: (terms: OfferTerms) => void;
}

/** Under which brief, for what fee, by when. */
export default function OfferFields({ campaign, value, onChange }: OfferFieldsProps) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const id = useId();
  return (
    <>
      <BriefChoice
        campaignId={campaign.id}
        value={value.briefId}
        onChange={(briefId) => onChange({ ...value, briefId })}
      />
      <div className={css.labelled}>
        <label htmlFor={`${id}-fee`}>{t('shortlist.feeEach')}</label>
        <MoneyInput
          id={`${id}-fee`}
          currency={campaign.budget.currency}
          value={value.fee}
          onChange={(fee) => onChange({ ...value, fee })}
        />
      </div>
      <div className={css.labelled}>
        <label htmlFor={`${id}-by`}>{t('stepField.publishBy')}</label>
        <Input
          id={`${id}-by`}
          type="datetime-local"
          value={value.publishBy ?? ''}
          onChange={(event) => onChange({ ...value, publishBy: event.target.value })}
        />
      </div>
    </>
  );
}
