import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../shared/api/problem';
import { useCommand } from '../shared/api/useCommand';
import { formatMoney } from '../shared/format/numbers';
import { Money, When } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines, ProblemNote } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import {
  addPayingAccount,
  type BatchPreview,
  createBatch,
  fetchPayingAccounts,
  moneyKey,
  type NewPayingAccount,
  type PreviewLine,
  previewBatch,
} from './api';
import css from './money.module.css';

/** Pays what is queued: from which account, what goes, what is held back and why, then one file for the bank. */
export default function SendPayoutsPage() {
  const { t } = useTranslation('money');
  const [accountId, setAccountId] = useState<string>();
  const [dueUntil, setDueUntil] = useState('');
  const accounts = useQuery({ queryKey: [...moneyKey, 'paying-accounts'], queryFn: fetchPayingAccounts });
  const from = accountId ?? accounts.data?.[0]?.id;
  const selection = { payingAccountId: String(from), ...(dueUntil && { dueUntil }) };
  const navigate = useNavigate();
  const create = useCommand({
    run: (order: Order, key) => createBatch(order, key),
    refreshes: [[...moneyKey]],
    onDone: (batch) => void navigate({ to: `/money/payouts/batches/${batch.id}` as never }),
  });
  // An order whose answer was lost stays as it was sent, so that sending it again is sending it with the same key.
  const settled = !create.busy && !create.problem?.isTemporary;
  const preview = useQuery({
    queryKey: [...moneyKey, 'preview', selection],
    queryFn: () => previewBatch(selection),
    enabled: from !== undefined,
  });
  return (
    <Page
      title={t('payouts.send')}
      lead={t('payouts.sendLead')}
      trail={[{ label: t('payouts.title'), to: '/money/payouts' as never }]}
    >
      <div className={css.stack}>
        {accounts.error && <ErrorState problem={accounts.error} retry={() => void accounts.refetch()} />}
        {accounts.data?.length === 0 && <AddAccount />}
        {accounts.data && accounts.data.length > 0 && (
          <Card>
            <div className={css.form}>
              <label className={css.field} htmlFor="pay-from">
                {t('payouts.from')}
                <Select
                  id="pay-from"
                  value={from}
                  disabled={!settled}
                  onChange={setAccountId}
                  options={accounts.data.map((account) => ({
                    value: account.id,
                    label: `${account.name} · ${account.accountMasked} · ${account.currency}`,
                  }))}
                />
              </label>
              <label className={css.field} htmlFor="pay-until">
                {t('payouts.dueUntil')}
                <Input
                  id="pay-until"
                  type="date"
                  value={dueUntil}
                  disabled={!settled}
                  onChange={(event) => setDueUntil(event.target.value)}
                />
              </label>
            </div>
          </Card>
        )}
        {preview.error && <ErrorState problem={preview.error} retry={() => void preview.refetch()} />}
        {from && preview.isPending && (
          <Card>
            <Lines count={6} />
          </Card>
        )}
        {preview.data && (
          <Preview
            key={JSON.stringify(selection)}
            latest={preview.data}
            settled={settled}
            busy={create.busy}
            problem={create.problem}
            pay={(payoutIds) => create.send({ ...selection, payoutIds })}
          />
        )}
      </div>
    </Page>
  );
}

type Order = Parameters<typeof createBatch>[0];

interface PreviewProps {
  latest: BatchPreview;
  settled: boolean;
  busy: boolean;
  problem: Problem | null;
  pay: (payoutIds: string[]) => void;
}

/** What would go and what is held back. An order whose answer was lost stays in sight, to be sent again under its own key. */
function Preview({ latest, settled, busy, problem, pay }: PreviewProps) {
  const { t, i18n } = useTranslation('money');
  const [sent, setSent] = useState(latest);
  if (settled && sent !== latest) setSent(latest);
  const preview = settled ? latest : sent;
  const total = formatMoney(preview.total, i18n.language);
  return (
    <>
      {preview.included.length === 0 ? (
        <EmptyState title={t('payouts.nothing.title')}>{t('payouts.nothing.text')}</EmptyState>
      ) : (
        <>
          <Card title={t('payouts.included', { count: preview.included.length, total })} flush>
            <PayoutLines lines={preview.included} />
          </Card>
          {preview.pastDates > 0 && <p className={css.hint}>{t('payouts.pastDates', { count: preview.pastDates })}</p>}
          <ProblemNote problem={problem} />
          <div className={css.actions}>
            <Button
              type="primary"
              size="large"
              loading={busy}
              onClick={() => pay(preview.included.map((line) => String(line.payoutId)))}
            >
              {t('payouts.pay', { count: preview.payees, total })}
            </Button>
          </div>
        </>
      )}
      {preview.held.length > 0 && (
        <Card title={t('payouts.held', { count: preview.held.length })} flush>
          <PayoutLines lines={preview.held} />
        </Card>
      )}
    </>
  );
}

function PayoutLines({ lines }: { lines: PreviewLine[] }) {
  const { t } = useTranslation('money');
  return (
    <SimpleTable
      label={t('payouts.title')}
      rows={lines}
      rowKey={(line) => String(line.payoutId)}
      columns={[
        { key: 'payee', title: t('payee'), render: (line) => <bdi>{line.payeeName}</bdi> },
        { key: 'due', title: t('dueOn'), render: (line) => <When value={line.dueOn} /> },
        { key: 'execution', title: t('payouts.executionDate'), render: (line) => <When value={line.executionDate} /> },
        {
          key: 'note',
          title: t('payouts.note'),
          render: (line) => (
            <span className={css.tags}>
              {line.heldBecause && (
                <StateTag tone="waiting">
                  {t(`waitsForOf.${line.heldBecause}`, { defaultValue: line.heldBecause })}
                </StateTag>
              )}
              {line.possibleDouble && <StateTag tone="bad">{t('possibleDouble')}</StateTag>}
            </span>
          ),
        },
        { key: 'amount', title: t('amount'), numeric: true, render: (line) => <Money value={line.amount} /> },
      ]}
    />
  );
}

/** The organisation's own account, asked for once, before the first payment. */
function AddAccount() {
  const { t } = useTranslation('money');
  const [draft, setDraft] = useState<NewPayingAccount>({ name: '', holder: '', account: '', bic: '', currency: 'CNY' });
  const add = useCommand({
    run: ({ bic, ...account }: NewPayingAccount, key) => addPayingAccount({ ...account, ...(bic && { bic }) }, key),
    refreshes: [[...moneyKey, 'paying-accounts']],
  });
  const fields = ['name', 'holder', 'account', 'bic', 'currency'] as const;
  return (
    <Card title={t('payingAccount.title')}>
      <p className={css.hint}>{t('payingAccount.lead')}</p>
      <div className={css.form}>
        {fields.map((field) => (
          <label key={field} className={css.field} htmlFor={`account-${field}`}>
            {t(`payingAccount.${field}`)}
            <Input
              id={`account-${field}`}
              value={draft[field]}
              onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <ProblemNote problem={add.problem} />
      <div className={css.actions}>
        <Button
          type="primary"
          loading={add.busy}
          disabled={!draft.name || !draft.holder || !draft.account || draft.currency.length !== 3}
          onClick={() => add.send(draft)}
        >
          {t('payingAccount.add')}
        </Button>
      </div>
    </Card>
  );
}
