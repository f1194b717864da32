import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import css from './discover.module.css';

interface CampaignChoiceProps {
  campaigns: { id: string; name: string }[];
  value: string | undefined;
  onChange: (campaignId: string) => void;
}

export default function CampaignChoice({ campaigns, value, onChange }: CampaignChoiceProps) {
  const { t } = useTranslation('discover');
  const id = useId();
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{t('list.campaign')}</label>
      <Select
        id={id}
        showSearch
        optionFilterProp="label"
        value={value}
        onChange={onChange}
        options={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }))}
      />
    </div>
  );
}
