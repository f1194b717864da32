import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import css from './campaigns.module.css';
import { BriefSelect } from './StepDialog';

interface BriefChoiceProps {
  campaignId: string;
  value: string | undefined;
  onChange: (briefId: string) => void;
}

export default function BriefChoice(props: BriefChoiceProps) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const id = useId();
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>{t('stepField.brief')}</label>
      <BriefSelect id={id} {...props} />
    </div>
  );
}
