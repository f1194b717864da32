import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyAmount } from '../shared/api/http';
import { useFieldProblems } from '../shared/forms/formProblems';
import { MoneyInput } from '../shared/forms/MoneyInput';
import { useDraft } from '../shared/forms/useDraft';
import { Input } from '../shared/ui/Input';
import { Card } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import { fetchProducts, type Plan } from './api';
import { BrandField } from './BrandField';
import css from './campaigns.module.css';
import { MarketingFields } from './MarketingFields';
import { ObjectiveFields } from './ObjectiveFields';
import { targetAsTyped, targetFrom } from './objectives';

/** A plan as it stands in the form: targets as they are typed. */
export interface PlanTyped extends Omit<Plan, 'objectives'> {
  objectives: { kind?: string; metric?: string; target?: string }[];
  currency: string;
}

interface CampaignFormProps {
  draftName: string;
  plan: Plan;
  currency?: string;
  withBudget?: boolean;
  /** A running campaign keeps its objectives and brand: a target moved afterwards proves nothing. */
  objectivesFixed?: boolean;
  verb: string;
  busy: boolean;
  problem: unknown;
  onSave: (plan: Plan) => Promise<unknown>;
  onCancel: () => void;
}

const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'SGD'];
const platforms = [
  'xiaohongshu',
  'douyin',
  'weibo',
  'wechat',
  'bilibili',
  'kuaishou',
  'zhihu',
  'taobao-live',
  'tmall',
  'jd',
  'instagram',
  'tiktok',
  'youtube',
  'x',
];
const zones = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/London',
  'Europe/Paris',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
];

export function CampaignForm(props: CampaignFormProps) {
  const { t } = useTranslation('campaigns');
  const [form] = Form.useForm<PlanTyped>();
  const draft = useDraft<PlanTyped>(props.draftName, typed(props.plan, props.currency ?? 'CNY'));
  useFieldProblems(form, props.problem);
  const brandId = Form.useWatch('brandId', form);
  const currency = Form.useWatch('currency', form) ?? draft.value.currency;
  const products = useQuery({
    queryKey: ['products', brandId],
    queryFn: () => fetchProducts(brandId),
    enabled: Boolean(brandId),
  });
  // A product belongs to one brand; another brand starts with none.
  useEffect(() => {
    const chosen: string[] = form.getFieldValue('productIds') ?? [];
    const known = products.data?.items.map((product) => product.id);
    if (known && chosen.some((id) => !known.includes(id))) {
      form.setFieldValue(
        'productIds',
        chosen.filter((id) => known.includes(id)),
      );
    }
  }, [products.data, form]);

  const save = async (values: PlanTyped) => {
    const plan = planned({ ...draft.value, ...values }, props.withBudget ?? false);
    await props.onSave(plan).then(
      () => draft.discard(),
      () => undefined,
    );
  };
  const cancel = () => {
    draft.discard();
    props.onCancel();
  };
  const startOver = () => {
    draft.discard(typed(props.plan, props.currency ?? 'CNY'));
    form.setFieldsValue(typed(props.plan, props.currency ?? 'CNY'));
  };

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={draft.value}
      onValuesChange={(_, all) => draft.change(all)}
      onFinish={(values) => void save(values)}
    >
      <div className={css.stack}>
        {draft.restored && (
          <p className={css.muted} role="status">
            {t('shared:draft.restored')}{' '}
            <Button type="link" onClick={startOver}>
              {t('shared:draft.discard')}
            </Button>
          </p>
        )}
        <Card title={t('form.what')}>
          <Form.Item
            name="name"
            label={t('plan.name')}
            rules={[{ required: true, whitespace: true, message: t('need.name') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <div className={css.fields}>
            <Form.Item name="brandId" label={t('plan.brandId')} rules={[{ required: true, message: t('need.brand') }]}>
              <BrandField disabled={props.objectivesFixed} />
            </Form.Item>
            <Form.Item name="productIds" label={t('plan.productIds')}>
              <Select
                mode="multiple"
                disabled={!brandId}
                loading={products.isFetching}
                optionFilterProp="label"
                options={(products.data?.items ?? []).map((product) => ({ value: product.id, label: product.name }))}
              />
            </Form.Item>
          </div>
          <Form.Item
            name="platforms"
            label={t('plan.platforms')}
            rules={[{ required: true, type: 'array', min: 1, message: t('need.platform') }]}
          >
            <Select
              mode="multiple"
              optionFilterProp="label"
              options={platforms.map((code) => ({ value: code, label: t(`shared:platform.${code}`) }))}
            />
          </Form.Item>
        </Card>
        <Card title={t('form.when')}>
          <div className={css.fields}>
            <Form.Item
              name="startsOn"
              label={t('plan.startsOn')}
              rules={[{ required: true, message: t('need.start') }]}
            >
              <Input type="date" />
            </Form.Item>
            <Form.Item
              name="endsOn"
              label={t('plan.endsOn')}
              dependencies={['startsOn']}
              rules={[
                { required: true, message: t('need.end') },
                ({ getFieldValue }) => ({
                  validator: (_, value: string) =>
                    !value || !getFieldValue('startsOn') || value >= getFieldValue('startsOn')
                      ? Promise.resolve()
                      : Promise.reject(new Error(t('need.endAfterStart'))),
                }),
              ]}
            >
              <Input type="date" />
            </Form.Item>
            <Form.Item name="timeZone" label={t('plan.timeZone')} extra={t('form.timeZoneHint')}>
              <Select showSearch options={zones.map((zone) => ({ value: zone, label: zone }))} />
            </Form.Item>
          </div>
        </Card>
        {props.withBudget && (
          <Card title={t('plan.budget')}>
            <p className={css.hint}>{t('form.budgetHint')}</p>
            <div className={css.fields}>
              <Form.Item name="currency" label={t('form.currency')}>
                <Select showSearch options={currencies.map((code) => ({ value: code, label: code }))} />
              </Form.Item>
              <Form.Item name="budget" label={t('plan.budget')} rules={[{ validator: positive(t('need.budget')) }]}>
                <MoneyInput currency={currency} key={currency} />
              </Form.Item>
            </div>
          </Card>
        )}
        <Card title={t('plan.objectives')}>
          <p className={css.hint}>{t(props.objectivesFixed ? 'form.objectivesFixed' : 'form.objectivesHint')}</p>
          <ObjectiveFields currency={currency} disabled={props.objectivesFixed ?? false} />
        </Card>
        <Card title={t('plan.runsBeside')}>
          <p className={css.hint}>{t('form.runsBesideHint')}</p>
          <MarketingFields />
        </Card>
        <ProblemNote problem={props.problem} />
        <div className={css.bar}>
          <span className={css.muted}>{t('form.kept')}</span>
          <Button onClick={cancel}>{t('shared:actions.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={props.busy}>
            {props.verb}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function positive(message: string) {
  return (_: unknown, value: MoneyAmount | undefined) =>
    value && value.amountMinor > 0 ? Promise.resolve() : Promise.reject(new Error(message));
}

function typed({ objectives, ...plan }: Plan, currency: string): PlanTyped {
  return {
    ...plan,
    currency,
    objectives: objectives.map(({ kind, metric, target }) => ({
      kind,
      metric,
      target: targetAsTyped(target, metric, currency),
    })),
  };
}

function planned({ objectives, currency, budget, ...rest }: PlanTyped, withBudget: boolean): Plan {
  return {
    ...rest,
    productIds: rest.productIds ?? [],
    runsBeside: (rest.runsBeside ?? []).map((one) => ({
      ...one,
      startsOn: one.startsOn || null,
      endsOn: one.endsOn || null,
    })),
    objectives: (objectives ?? []).map(({ kind = '', metric = '', target = '' }) => ({
      kind,
      metric,
      target: targetFrom(target, metric, currency) ?? 0,
    })),
    ...(withBudget && budget ? { budget: { ...budget, currency } } : {}),
  };
}
