import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MoneyAmount } from '../shared/api/http';
import { useCommand } from '../shared/api/useCommand';
import { useFieldProblems } from '../shared/forms/formProblems';
import { MoneyInput } from '../shared/forms/MoneyInput';
import { Input } from '../shared/ui/Input';
import { Card } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import { kolKey, type NewPrice, recordPrice } from './api';
import css from './KolPage.module.css';

interface PriceForm {
  format: string;
  month: string;
  price: MoneyAmount;
  platformFeePercent?: string;
  rebatePercent?: string;
  source?: string;
}

interface NewPriceFormProps {
  kolId: string;
  accountId: string;
  onDone: () => void;
}

/** Records what an account asks for a format in a month. */
export default function NewPriceForm({ kolId, accountId, onDone }: NewPriceFormProps) {
  const { t } = useTranslation('discover');
  const [form] = Form.useForm<PriceForm>();
  const record = useCommand<NewPrice, unknown>({
    run: (price, key) => recordPrice(kolId, accountId, price, key),
    refreshes: [[...kolKey(kolId)]],
    onDone,
  });
  useFieldProblems(form, record.problem);
  const submit = (typed: PriceForm) =>
    record.send({
      format: typed.format,
      month: typed.month,
      price: typed.price,
      platformFeeRate: ratio(typed.platformFeePercent),
      rebateRate: ratio(typed.rebatePercent),
      source: typed.source || undefined,
    });
  return (
    <Card title={t('rates.add')}>
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <div className={css.form}>
          <Form.Item
            name="format"
            label={t('rates.format')}
            rules={[{ required: true, message: t('rates.formatNeeded') }]}
          >
            <Input maxLength={60} placeholder={t('rates.formatHint')} />
          </Form.Item>
          <Form.Item
            name="month"
            label={t('rates.month')}
            rules={[{ required: true, message: t('rates.monthNeeded') }]}
          >
            <Input type="month" />
          </Form.Item>
          <Form.Item
            name="price"
            label={t('rates.price')}
            rules={[{ required: true, message: t('rates.priceNeeded') }]}
          >
            <MoneyInput currency="CNY" />
          </Form.Item>
          <Form.Item name="platformFeePercent" label={t('rates.platformFee')}>
            <Input suffix="%" inputMode="decimal" />
          </Form.Item>
          <Form.Item name="rebatePercent" label={t('rates.rebate')}>
            <Input suffix="%" inputMode="decimal" />
          </Form.Item>
          <Form.Item name="source" label={t('rates.source')}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <ProblemNote problem={record.problem} />
        <Button type="primary" htmlType="submit" loading={record.busy}>
          {t('rates.record')}
        </Button>
      </Form>
    </Card>
  );
}

/** "5" percent is 0.05, exactly as far as five decimals go. */
function ratio(percent: string | undefined): number | undefined {
  const value = Number(percent);
  return percent && Number.isFinite(value) ? Math.round(value * 1000) / 100_000 : undefined;
}
