import { Radio, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../shared/ui/Input';
import css from './discover.module.css';
import type { KolListSummary } from './listApi';
import type { ChosenList } from './useListing';

interface ListChoiceProps {
  lists: KolListSummary[];
  value: ChosenList | undefined;
  onChange: (list: ChosenList | undefined) => void;
}

/** Onto which list: one of those that are there, or a new one. */
export default function ListChoice({ lists, value, onChange }: ListChoiceProps) {
  const { t } = useTranslation('discover');
  const id = useId();
  const isNew = value ? 'newName' in value : lists.length === 0;
  return (
    <div className={css.stack}>
      {lists.length > 0 && (
        <Radio.Group
          aria-label={t('lists.which')}
          value={isNew}
          onChange={(event) => onChange(event.target.value ? { newName: '' } : undefined)}
          options={[
            { value: false, label: t('lists.known') },
            { value: true, label: t('lists.new') },
          ]}
        />
      )}
      <div className={css.labelled}>
        <label htmlFor={id}>{isNew ? t('lists.newName') : t('lists.list')}</label>
        {isNew ? (
          <Input
            id={id}
            maxLength={100}
            value={value && 'newName' in value ? value.newName : ''}
            onChange={(event) => onChange({ newName: event.target.value })}
          />
        ) : (
          <Select
            id={id}
            showSearch
            optionFilterProp="label"
            value={value && 'id' in value ? value.id : undefined}
            onChange={(list) => onChange({ id: list })}
            options={lists.map((list) => ({ value: list.id, label: list.name }))}
          />
        )}
      </div>
    </div>
  );
}
