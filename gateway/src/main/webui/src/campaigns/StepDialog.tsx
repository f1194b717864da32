import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Versioned } from '../shared/api/http';
import { useCommand } from '../shared/api/useCommand';
import { useFieldProblems } from '../shared/forms/formProblems';
import { MoneyInput } from '../shared/forms/MoneyInput';
import { Input, TextArea } from '../shared/ui/Input';
import { ProblemNote } from '../shared/ui/States';
import { AddressFields } from './AddressFields';
import { briefsKey, campaignKey, campaignsKey, fetchBriefs, fetchProducts } from './api';
import css from './campaigns.module.css';
import {
  boardKey,
  type CollaborationDetail,
  type CollaborationSummary,
  collaborationKey,
  takeStep,
} from './collaborationApi';
import { fieldsOf, mustExplain, type StepField, specOf } from './steps';

interface StepDialogProps {
  collaboration: CollaborationSummary;
  verb: string;
  currency: string;
  onClose: () => void;
  onDone?: (after: CollaborationDetail) => void;
}

/** Takes one step: asks for what it needs, says what it does, and keeps what was typed when it is refused. */
export default function StepDialog({ collaboration, verb, currency, onClose, onDone }: StepDialogProps) {
  const { t } = useTranslation(['campaigns', 'collaboration', 'steps']);
  const [form] = Form.useForm();
  const queries = useQueryClient();
  const spec = specOf(verb);
  const fields = fieldsOf(verb, collaboration.track);
  const explain = mustExplain(verb, collaboration.onBehalf);
  const step = useCommand<Record<string, unknown>, Versioned<CollaborationDetail>>({
    run: (typed, key) => takeStep(collaboration, verb, bodyOf(typed), key),
    refreshes: [
      [...boardKey(collaboration.campaignId)],
      [...campaignKey(collaboration.campaignId)],
      [...campaignsKey],
      ['candidates', collaboration.campaignId],
      ['tasks'],
    ],
    onDone: ({ value }) => {
      void queries.invalidateQueries({ queryKey: collaborationKey(collaboration.id) });
      onDone?.(value);
      onClose();
    },
  });
  useFieldProblems(form, step.problem);
  const needed = (field: StepField) => (field === 'reason' ? explain : !spec.optional?.includes(field));
  const name = collaboration.kolName;

  return (
    <Modal
      open
      title={t(`steps:${verb}.title`, { name, defaultValue: verb })}
      okText={t(`steps:${verb}.do`, { name, defaultValue: verb })}
      cancelText={t('shared:actions.cancel')}
      okButtonProps={{ danger: spec.danger ?? false }}
      confirmLoading={step.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className={css.hint}>{t(`steps:${verb}.what`, { name, defaultValue: '' })}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={startOf(collaboration)}
        onFinish={step.send}
      >
        {fields.map((field) => (
          <StepInput
            key={field}
            field={field}
            needed={needed(field)}
            onBehalf={collaboration.onBehalf.includes(verb)}
            campaignId={collaboration.campaignId}
            currency={currency}
          />
        ))}
      </Form>
      <ProblemNote problem={step.problem} />
    </Modal>
  );
}

function startOf({ briefId, productId, fee }: CollaborationSummary) {
  return { briefId: briefId ?? undefined, productId: productId ?? undefined, fee: fee ?? undefined };
}

/** Empty answers are left out; local times become instants. */
export function bodyOf(typed: Record<string, unknown>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(typed)) {
    if (value === undefined || value === null || value === '') continue;
    body[key] = ['publishedAt', 'publishAt', 'publishBy'].includes(key) ? new Date(String(value)).toISOString() : value;
  }
  return body;
}

interface StepInputProps {
  field: StepField;
  needed: boolean;
  onBehalf: boolean;
  campaignId: string;
  currency: string;
}

function StepInput({ field, needed, onBehalf, campaignId, currency }: StepInputProps) {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  const rules = needed
    ? [{ required: true, message: t(`stepNeed.${field}`, { defaultValue: t('stepNeed.other') }) }]
    : [];
  const label = t(`stepField.${field}`, { defaultValue: field });
  switch (field) {
    case 'brief':
      return (
        <Form.Item name="briefId" label={label} rules={rules}>
          <BriefSelect campaignId={campaignId} />
        </Form.Item>
      );
    case 'product':
      return (
        <Form.Item name="productId" label={label} rules={rules}>
          <ProductSelect />
        </Form.Item>
      );
    case 'shippingCost':
    case 'fee':
      return (
        <Form.Item name={field} label={label} rules={rules}>
          <MoneyInput currency={currency} />
        </Form.Item>
      );
    case 'publishedAt':
    case 'publishAt':
    case 'publishBy':
      return (
        <Form.Item name={field} label={label} rules={rules}>
          <Input type="datetime-local" />
        </Form.Item>
      );
    case 'address':
      return <AddressFields />;
    case 'checklist':
      return <Checklist />;
    case 'text':
    case 'comment':
      return (
        <Form.Item name={field} label={label} rules={rules}>
          <TextArea rows={5} maxLength={field === 'text' ? 20_000 : 4000} />
        </Form.Item>
      );
    case 'reason':
      return (
        <Form.Item name={field} label={label} extra={onBehalf ? t('stepField.onBehalf') : undefined} rules={rules}>
          <TextArea rows={2} maxLength={1000} />
        </Form.Item>
      );
    default:
      return (
        <Form.Item name={field} label={label} rules={rules}>
          <Input maxLength={field === 'url' ? 2000 : 100} type={field === 'url' ? 'url' : 'text'} />
        </Form.Item>
      );
  }
}

interface ChoiceProps {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}

export function BriefSelect({ campaignId, ...rest }: ChoiceProps & { campaignId: string }) {
  const briefs = useQuery({ queryKey: briefsKey(campaignId), queryFn: () => fetchBriefs(campaignId) });
  return (
    <Select
      {...rest}
      showSearch
      optionFilterProp="label"
      loading={briefs.isPending}
      options={(briefs.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}

function ProductSelect(props: ChoiceProps) {
  const products = useQuery({ queryKey: ['products'], queryFn: () => fetchProducts() });
  return (
    <Select
      {...props}
      showSearch
      optionFilterProp="label"
      loading={products.isPending}
      options={(products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

const seen = ['live', 'tagged', 'adMark', 'shoppingLink', 'reported'] as const;

function Checklist() {
  const { t } = useTranslation(['campaigns', 'collaboration']);
  return (
    <fieldset className={css.checklist}>
      <legend>{t('stepField.checklist')}</legend>
      {seen.map((key) => (
        <Form.Item key={key} name={key} valuePropName="checked" initialValue={false} noStyle>
          <Checkbox>{t(`check.${key}`)}</Checkbox>
        </Form.Item>
      ))}
    </fieldset>
  );
}
