import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { useAddress } from '../shared/list/address';
import { Input } from '../shared/ui/Input';
import { Card, Page } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import { enterPayee, fetchFeesWithoutPayee, moneyKey, type NewPayee } from './api';
import { type BankDraft, BankFields, bankOf } from './BankFields';
import css from './money.module.css';

/** Enters who is paid. A fee that waits for its payee brings the KOL or agency along, and opens as soon as this is saved. */
export default function NewPayeePage() {
  const { t } = useTranslation('money');
  const navigate = useNavigate();
  const { one } = useAddress();
  const wanted = one('kol') ?? one('agency');
  const waiting = useQuery({ queryKey: [...moneyKey, 'fees', 'blocked'], queryFn: fetchFeesWithoutPayee });
  const owed = waiting.data ?? [];
  const [choice, setChoice] = useState(wanted);
  const [to, setTo] = useState<'waiting' | 'other'>('waiting');
  const chosen = owed.find((payee) => payee.id === choice);
  const forSomebody = to === 'waiting' && owed.length > 0;
  const [typedName, setName] = useState<string>();
  const name = typedName ?? (forSomebody && chosen?.kind === 'kol' ? chosen.name : '');
  const [bank, setBank] = useState<BankDraft>({ holder: '', account: '', bic: '', bankName: '' });
  const enter = useCommand({
    run: (payee: NewPayee, key) => enterPayee(payee, key),
    refreshes: [[...moneyKey]],
    onDone: ({ id }) => void navigate({ to: `/money/payees/${id}` as never }),
  });
  const complete =
    name.trim() && (!forSomebody || chosen) && Boolean(bank.holder.trim()) === Boolean(bank.account.trim());
  const submit = () =>
    enter.send({
      name: name.trim(),
      ...(forSomebody && chosen && { [chosen.kind === 'agency' ? 'agencyId' : 'kolId']: chosen.id }),
      ...(bank.account.trim() && { bank: bankOf(bank) }),
    });
  return (
    <Page
      title={t('payees.enter')}
      lead={t('payees.enterLead')}
      width="reading"
      trail={[{ label: t('payees.title'), to: '/money/payees' as never }]}
    >
      <Card>
        <form
          className={css.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (complete) submit();
          }}
        >
          {owed.length > 0 && (
            <Radio.Group
              aria-label={t('payees.for')}
              value={to}
              onChange={(event) => setTo(event.target.value)}
              options={(['waiting', 'other'] as const).map((value) => ({ value, label: t(`payees.to.${value}`) }))}
            />
          )}
          {forSomebody && (
            <label className={css.field} htmlFor="payee-for">
              {t('payees.for')}
              <Select
                id="payee-for"
                showSearch
                optionFilterProp="label"
                value={chosen?.id}
                onChange={(id: string) => {
                  setChoice(id);
                  setName(undefined);
                }}
                options={owed.map(({ id, kind, name: kol }) => ({
                  value: id,
                  label: kind === 'agency' ? t('payees.agencyOf', { name: kol }) : kol,
                }))}
              />
            </label>
          )}
          <label className={css.field} htmlFor="payee-name">
            {t('payees.name')}
            <Input
              id="payee-name"
              autoComplete="off"
              maxLength={140}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <BankFields value={bank} onChange={setBank} />
          <p className={css.hint}>{t('payees.bankHint')}</p>
          <ProblemNote problem={enter.problem} />
          <div className={css.actions}>
            <Button type="primary" htmlType="submit" loading={enter.busy} disabled={!complete}>
              {t('payees.enter')}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  );
}
