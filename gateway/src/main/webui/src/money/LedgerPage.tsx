import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Consequence } from '../shared/forms/Consequence';
import { type Column, DataList } from '../shared/list/DataList';
import { Money, When } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ErrorState, Lines } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import {
  closePeriod,
  fetchBalances,
  fetchPeriods,
  fetchTransactions,
  moneyKey,
  type Transaction,
  verifyLedger,
} from './api';
import css from './money.module.css';
import { Navigation } from './Navigation';

/** The double-entry ledger: balances, every transaction, the proof that nothing was changed, and the closing of months. */
export default function LedgerPage() {
  const { t } = useTranslation('money');
  const mayClose = useRole('finance', 'admin');
  const [closing, setClosing] = useState(false);
  const balances = useQuery({ queryKey: [...moneyKey, 'balances'], queryFn: fetchBalances });
  const periods = useQuery({ queryKey: [...moneyKey, 'periods'], queryFn: fetchPeriods });
  const columns: Column<Transaction>[] = [
    { key: 'sequence', title: t('ledger.sequence'), numeric: true, fixed: true, render: ({ sequence }) => sequence },
    { key: 'booked', title: t('ledger.bookedOn'), render: ({ bookedOn }) => <When value={bookedOn} /> },
    {
      key: 'kind',
      title: t('ledger.kind'),
      render: ({ kind, memo }) => (
        <span className={css.name}>
          {t(`ledger.kindOf.${kind}`, { defaultValue: kind })}
          <small dir="auto">{memo}</small>
        </span>
      ),
    },
    {
      key: 'entries',
      title: t('ledger.entries'),
      render: ({ entries }) => (
        <dl className={css.entries}>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an account may stand twice in a transaction, whose entries never move
            <Entry key={index} {...entry} />
          ))}
        </dl>
      ),
    },
    { key: 'by', title: t('ledger.by'), optional: true, render: ({ recordedBy }) => recordedBy },
    { key: 'hash', title: t('ledger.hash'), optional: true, render: ({ hash }) => <code>{hash?.slice(0, 12)}</code> },
  ];
  return (
    <Page
      title={t('ledger.title')}
      lead={t('ledger.lead')}
      actions={mayClose && <Button onClick={() => setClosing(true)}>{t('ledger.close')}</Button>}
    >
      <Navigation />
      <div className={css.stack}>
        <Verify />
        <Card title={t('ledger.balances')} flush>
          {balances.error ? (
            <ErrorState problem={balances.error} retry={() => void balances.refetch()} />
          ) : balances.isPending ? (
            <Lines count={5} />
          ) : (
            <SimpleTable
              label={t('ledger.balances')}
              rows={balances.data}
              rowKey={(balance) => `${balance.account} ${balance.amount.currency}`}
              columns={[
                { key: 'account', title: t('ledger.account'), render: ({ account }) => <code>{account}</code> },
                { key: 'name', title: t('ledger.name'), render: (balance) => <AccountName {...balance} /> },
                {
                  key: 'amount',
                  title: t('ledger.balance'),
                  numeric: true,
                  render: ({ amount }) => <Money value={amount} />,
                },
              ]}
            />
          )}
        </Card>
        <DataList
          name="ledger"
          label={t('ledger.transactions')}
          searchable={false}
          columns={columns}
          rowKey={(transaction) => String(transaction.id)}
          queryKey={[...moneyKey, 'transactions']}
          fetch={({ filters: _filters, sort: _sort, q: _q, ...question }) => fetchTransactions(question)}
          empty={{ title: t('ledger.empty.title'), text: t('ledger.empty.text') }}
        />
        {periods.data && periods.data.length > 0 && (
          <Card title={t('ledger.periods')} flush>
            <SimpleTable
              label={t('ledger.periods')}
              rows={periods.data}
              rowKey={({ month }) => month}
              columns={[
                { key: 'month', title: t('ledger.month'), render: ({ month }) => month },
                { key: 'by', title: t('ledger.closedBy'), render: ({ closedBy }) => closedBy },
                {
                  key: 'at',
                  title: t('ledger.closedAt'),
                  render: ({ closedAt }) => <When value={closedAt} time />,
                },
              ]}
            />
          </Card>
        )}
      </div>
      {closing && <CloseMonth onClose={() => setClosing(false)} />}
    </Page>
  );
}

/** An account of the ledger in the reader's language; of an account at a bank, its mask. */
function AccountName({ account, name }: { account: string; name: string }) {
  const { t } = useTranslation('money');
  if (account.startsWith('assets:bank:'))
    return t('ledger.bankAccount', { account: name.replace(/^Bank account /, '') });
  return t(`ledger.accountName.${account.replace(/\W/g, '_')}`, { defaultValue: name });
}

function Entry({ account, side, amount }: Transaction['entries'][number]) {
  const { t } = useTranslation('money');
  return (
    <>
      <dt>
        <code>{account}</code>
      </dt>
      <dd>{t(`ledger.side.${side}`)}</dd>
      <dd>
        <Money value={amount} />
      </dd>
    </>
  );
}

/** Recomputes the chain of hashes: a row that was changed behind the application's back is named. */
function Verify() {
  const { t } = useTranslation('money');
  const verification = useQuery({ queryKey: [...moneyKey, 'verify'], queryFn: verifyLedger, enabled: false });
  const { data } = verification;
  return (
    <Card>
      <div className={css.actions}>
        <Button loading={verification.isFetching} onClick={() => void verification.refetch()}>
          {t('ledger.verify')}
        </Button>
        <span role="status">
          {data && (
            <StateTag tone={data.intact ? 'good' : 'bad'}>
              {t(data.intact ? 'ledger.intact' : 'ledger.broken', { count: Number(data.checked) })}
            </StateTag>
          )}
        </span>
      </div>
      {data && !data.intact && (
        <ul>
          {(data.findings ?? []).map((finding) => (
            <li key={`${finding.sequence} ${finding.code}`}>
              {finding.sequence}: {finding.detail} <code>{finding.code}</code>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function CloseMonth({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('money');
  const [month, setMonth] = useState('');
  return (
    <Consequence
      title={t('ledger.close')}
      verb={month ? t('ledger.closeMonth', { month }) : t('ledger.close')}
      disabled={!month}
      danger
      run={(key) => closePeriod(month, key)}
      refreshes={[moneyKey]}
      onClose={onClose}
    >
      <p>{t('ledger.closeConsequence')}</p>
      <label className={css.field} htmlFor="close-month">
        {t('ledger.month')}
        <Input id="close-month" type="month" value={month} onChange={(event) => setMonth(event.target.value)} />
      </label>
    </Consequence>
  );
}
