import { Button, Checkbox, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { useFieldProblems } from '../shared/forms/formProblems';
import { NumberInput } from '../shared/forms/NumberInput';
import { Input } from '../shared/ui/Input';
import { ProblemNote } from '../shared/ui/States';
import { type EscalationRule, rulesKey, saveRule } from './api';
import css from './settings.module.css';
import { metrics, thresholdAsTyped, thresholdFrom, unitOf } from './thresholds';

interface RuleTyped {
  name: string;
  active: boolean;
  needed: number;
  conditions: { metric: string; threshold: string; viralFrom?: number | null }[];
}

export default function RuleForm({ rule, onClose }: { rule?: EscalationRule; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [form] = Form.useForm<RuleTyped>();
  const save = useCommand({ run: saveRule, refreshes: [[...rulesKey]], onDone: onClose });
  useFieldProblems(form, save.problem);
  const needed = [{ required: true, message: t('needed') }];
  const submit = (typed: RuleTyped) =>
    save.send({
      ...typed,
      id: rule?.id,
      version: rule?.version,
      conditions: typed.conditions.map(({ metric, threshold, viralFrom }) => ({
        metric,
        threshold: thresholdFrom(threshold, metric) ?? 0,
        viralFrom: metric === 'VIRAL_RATE' ? (viralFrom ?? 1000) : null,
      })),
    });
  return (
    <Form<RuleTyped>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      initialValues={{
        name: rule?.name,
        active: rule?.active ?? true,
        needed: rule?.needed ?? 1,
        conditions: rule?.conditions.map((one) => ({
          ...one,
          threshold: thresholdAsTyped(one.threshold, one.metric),
        })) ?? [{ metric: 'ORDERS', threshold: '' }],
      }}
    >
      <Form.Item name="name" label={t('rule.name')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="active" valuePropName="checked">
        <Checkbox>{t('rule.isActive')}</Checkbox>
      </Form.Item>
      <Form.List name="conditions">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <ConditionFields
                key={field.key}
                index={field.name}
                only={fields.length === 1}
                onRemove={() => remove(field.name)}
              />
            ))}
            <Button onClick={() => add({ metric: 'SAVES', threshold: '' })}>{t('rule.addCondition')}</Button>
          </>
        )}
      </Form.List>
      <Form.Item name="needed" label={t('rule.needed')} rules={needed}>
        <NumberInput min={1} max={20} />
      </Form.Item>
      <ProblemNote problem={save.problem} />
      <div className={css.bar}>
        <Button type="primary" htmlType="submit" loading={save.busy}>
          {t('rule.save')}
        </Button>
        <Button onClick={onClose}>{t('shared:actions.cancel')}</Button>
      </div>
    </Form>
  );
}

function ConditionFields({ index, only, onRemove }: { index: number; only: boolean; onRemove: () => void }) {
  const { t } = useTranslation('settings');
  const form = Form.useFormInstance<RuleTyped>();
  const metric: string | undefined = Form.useWatch(['conditions', index, 'metric'], form);
  const unit = unitOf(metric);
  return (
    <div className={css.row}>
      <Form.Item name={[index, 'metric']} label={t('rule.metric')}>
        <Select options={metrics.map((value) => ({ value, label: t(`metric.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name={[index, 'threshold']}
        label={t(metric === 'CPE' ? 'rule.atMost' : 'rule.atLeast')}
        rules={[
          {
            validator: (_, typed: string) =>
              thresholdFrom(typed ?? '', metric ?? '') === undefined
                ? Promise.reject(new Error(t('needed')))
                : Promise.resolve(),
          },
        ]}
      >
        <Input
          inputMode="decimal"
          prefix={unit === 'money' ? 'CNY' : undefined}
          suffix={unit === 'percent' ? '%' : undefined}
        />
      </Form.Item>
      {metric === 'VIRAL_RATE' && (
        <Form.Item name={[index, 'viralFrom']} label={t('rule.viralFrom')} initialValue={1000}>
          <NumberInput min={1} />
        </Form.Item>
      )}
      <Button disabled={only} onClick={onRemove}>
        {t('shared:actions.remove')}
      </Button>
    </div>
  );
}
