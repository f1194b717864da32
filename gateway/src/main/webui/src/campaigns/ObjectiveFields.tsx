import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Input } from '../shared/ui/Input';
import css from './campaigns.module.css';
import { metricsByKind, targetFrom, unitOf } from './objectives';

/** Objectives with a target and the metric that measures them. */
export function ObjectiveFields({ currency, disabled }: { currency: string; disabled: boolean }) {
  const { t } = useTranslation('campaigns');
  return (
    <Form.List name="objectives">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <OneObjective
              key={field.key}
              index={field.name}
              currency={currency}
              disabled={disabled}
              onRemove={() => remove(field.name)}
            />
          ))}
          {!disabled && fields.length < 20 && <Button onClick={() => add({})}>{t('form.addObjective')}</Button>}
        </>
      )}
    </Form.List>
  );
}

interface OneObjectiveProps {
  index: number;
  currency: string;
  disabled: boolean;
  onRemove: () => void;
}

function OneObjective({ index, currency, disabled, onRemove }: OneObjectiveProps) {
  const { t } = useTranslation('campaigns');
  const form = Form.useFormInstance();
  const kind: string | undefined = Form.useWatch(['objectives', index, 'kind'], form);
  const metric: string | undefined = Form.useWatch(['objectives', index, 'metric'], form);
  const unit = unitOf(metric);
  return (
    <div className={css.rowFields}>
      <Form.Item
        name={[index, 'kind']}
        label={t('objective.kind')}
        rules={[{ required: true, message: t('need.kind') }]}
      >
        <Select
          disabled={disabled}
          options={Object.keys(metricsByKind).map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value: string) => form.setFieldValue(['objectives', index, 'metric'], metricsByKind[value]?.[0])}
        />
      </Form.Item>
      <Form.Item
        name={[index, 'metric']}
        label={t('objective.metric')}
        rules={[{ required: true, message: t('need.metric') }]}
      >
        <Select
          disabled={disabled || !kind}
          options={(metricsByKind[kind ?? ''] ?? []).map((value) => ({ value, label: t(`metric.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name={[index, 'target']}
        label={t('objective.target')}
        rules={[
          {
            validator: (_, typed: string) =>
              targetFrom(typed ?? '', metric ?? '', currency) === undefined
                ? Promise.reject(new Error(t('need.target')))
                : Promise.resolve(),
          },
        ]}
      >
        <Input
          disabled={disabled}
          inputMode="decimal"
          prefix={unit === 'money' ? currency : undefined}
          suffix={unit === 'percent' ? '%' : undefined}
        />
      </Form.Item>
      {!disabled && (
        <Button onClick={onRemove} aria-label={t('form.removeObjective', { number: index + 1 })}>
          {t('shared:actions.remove')}
        </Button>
      )}
    </div>
  );
}
