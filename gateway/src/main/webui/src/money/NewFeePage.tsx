import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyAmount } from '../shared/api/http';
import { useCommand } from '../shared/api/useCommand';
import { MoneyInput } from '../shared/forms/MoneyInput';
import { Card, Page } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import { enterFee, fetchPayees, moneyKey, type NewFee } from './api';
import { type BankDraft, BankFields, bankOf } from './BankFields';
import css from './money.module.css';

const currencies = ['CNY', 'EUR', 'USD', 'HKD', 'JPY', 'GBP'];

/** An ad-hoc fee: to a payee who is known, or to the owner of an account. */
export default function NewFeePage() {
  const { t } = useTranslation('money');
  const navigate = useNavigate();
  const [to, setTo] = useState<'known' | 'account'>('known');
  const [payeeId, setPayeeId] = useState<string>();
  const [search, setSearch] = useState('');
  const [bank, setBank] = useState<BankDraft>({ holder: '', account: '', bic: '', bankName: '' });
  const [currency, setCurrency] = useState('CNY');
  const [amount, setAmount] = useState<MoneyAmount>();
  const [dueOn, setDueOn] = useState('');
  const [reference, setReference] = useState('');
  const payees = useQuery({
    queryKey: [...moneyKey, 'payees', 'choice', search],
    queryFn: () => fetchPayees({ search, limit: 20 }),
  });
  const enter = useCommand({
    run: (fee: NewFee, key) => enterFee(fee, key),
    refreshes: [[...moneyKey]],
    onDone: (fee) => void navigate({ to: `/money/fees/${fee.id}` as never }),
  });
  const complete =
    amount && amount.amountMinor > 0 && dueOn && (to === 'known' ? payeeId : bank.holder.trim() && bank.account.trim());
  const submit = () => {
    if (!amount) return;
    enter.send({
      ...(to === 'known' ? { payeeId } : { payee: bankOf(bank) }),
      amount,
      dueOn,
      ...(reference.trim() && { reference: reference.trim() }),
    });
  };
  return (
    <Page
      title={t('fee.enter')}
      lead={t('fee.enterLead')}
      width="reading"
      trail={[{ label: t('fee.all'), to: '/money/fees' as never }]}
    >
      <Card>
        <div className={css.stack}>
          <Radio.Group
            aria-label={t('payee')}
            value={to}
            onChange={(event) => setTo(event.target.value)}
            options={(['known', 'account'] as const).map((value) => ({ value, label: t(`fee.to.${value}`) }))}
          />
          {to === 'known' ? (
            <label className={css.field} htmlFor="fee-payee">
              {t('payee')}
              <Select
                id="fee-payee"
                showSearch
                filterOption={false}
                onSearch={setSearch}
                value={payeeId}
                onChange={setPayeeId}
                options={(payees.data?.items ?? []).map(({ id, name, accountMasked }) => ({
                  value: id,
                  label: [name, accountMasked].filter(Boolean).join(' · '),
                }))}
              />
            </label>
          ) : (
            <BankFields value={bank} onChange={setBank} />
          )}
          <div className={css.form}>
            <label className={css.field} htmlFor="fee-currency">
              {t('currency')}
              <Select
                id="fee-currency"
                value={currency}
                onChange={(code) => {
                  setCurrency(code);
                  setAmount(undefined);
                }}
                options={currencies.map((value) => ({ value, label: value }))}
              />
            </label>
            <label className={css.field} htmlFor="fee-amount">
              {t('amount')}
              <MoneyInput id="fee-amount" currency={currency} value={amount} onChange={setAmount} />
            </label>
            <label className={css.field} htmlFor="fee-due">
              {t('dueOn')}
              <Input id="fee-due" type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
            </label>
            <label className={css.field} htmlFor="fee-reference">
              {t('reference')}
              <Input
                id="fee-reference"
                maxLength={35}
                value={reference}
                onChange={(event) => setReference(event.target.value)}
              />
            </label>
          </div>
          <ProblemNote problem={enter.problem} />
          <div className={css.actions}>
            <Button type="primary" loading={enter.busy} disabled={!complete} onClick={submit}>
              {t('fee.enter')}
            </Button>
          </div>
        </div>
      </Card>
    </Page>
  );
}
