import { useQueries } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { formatMoney } from '../shared/format/numbers';
import { useAddress } from '../shared/list/address';
import { type BulkAction, type Column, DataList } from '../shared/list/DataList';
import { Money, When } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { StateTag } from '../shared/ui/StateTag';
import { type Decision, decideOnAll, fetchApprovals, moneyKey, sums, type Waiting } from './api';
import css from './money.module.css';
import { Navigation } from './Navigation';
import { BankState, PartState } from './tags';

const states = ['REQUESTED', 'DUE', 'REJECTED', 'RETURNED'] as const;

/** What waits for finance: parts of fees that are due and not asked for, and those that wait for a second person. */
export default function ApprovalsPage() {
  const finance = useRole('finance', 'executive', 'admin');
  return finance ? <Queue /> : <Navigate to={'/money/fees' as never} />;
}

function Queue() {
  const { t, i18n } = useTranslation('money');
  const mayDecide = useRole('finance', 'admin');
  const { one, change } = useAddress();
  const counts = useQueries({
    queries: states.map((state) => ({
      queryKey: [...moneyKey, 'approvals', 'count', state],
      queryFn: () => fetchApprovals({ state, limit: 1 }),
    })),
  });
  const count = (state: string) => counts[(states as readonly string[]).indexOf(state)]?.data?.total ?? 0;
  // Where there is something to do: what waits for a decision first, then what nobody has asked for.
  const state = one('state') ?? (count('REQUESTED') === 0 && count('DUE') > 0 ? 'DUE' : 'REQUESTED');
  const columns: Column<Waiting>[] = [
    {
      key: 'payee',
      title: t('payee'),
      fixed: true,
      render: (part) => (
        <Link to={`/money/fees/${part.feeId}` as never} className={css.name}>
          <bdi>{part.payeeName ?? part.kolName ?? t('noPayee')}</bdi>
          <small>{part.reference ?? part.kolName}</small>
        </Link>
      ),
    },
    {
      key: 'part',
      title: t('part'),
      render: (part) => t(`milestone.${part.milestone}`, { defaultValue: part.milestone }),
    },
    { key: 'state', title: t('state'), render: (part) => <PartState state={part.state} /> },
    { key: 'due', title: t('dueOn'), render: (part) => <When value={part.dueOn} relative /> },
    {
      key: 'asked',
      title: t('requestedBy'),
      render: (part) =>
        part.requestedBy ? (
          <span className={css.name}>
            {part.requestedBy}
            {part.requestedByMe && <small>{t('ownRequest')}</small>}
          </span>
        ) : (
          '–'
        ),
    },
    {
      key: 'bank',
      title: t('bankDetails'),
      render: (part) => (
        <span className={css.tags}>
          <BankState state={part.payeeBankState ?? 'MISSING'} />
          {part.possibleDouble && <StateTag tone="bad">{t('possibleDouble')}</StateTag>}
        </span>
      ),
    },
    { key: 'amount', title: t('amount'), numeric: true, render: (part) => <Money value={part.amount} /> },
  ];
  const amount = (parts: Waiting[]) =>
    sums(parts.map((part) => part.amount))
      .map((sum) => formatMoney(sum, i18n.language))
      .join(' + ');
  const action = (decision: Decision, state: string): BulkAction<Waiting> => ({
    key: decision,
    label: (parts) => t(`bulk.${decision}`, { count: parts.length, amount: amount(parts) }),
    preview: (parts) => (
      <>
        <p>{t(`consequence.${decision}`, { count: parts.length, amount: amount(parts) })}</p>
        {parts.some((part) => part.possibleDouble) && <p>{t('consequence.doubles')}</p>}
      </>
    ),
    applies: (part) => part.state === state,
    run: (parts, key) => decideOnAll(decision, parts, key),
  });
  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead')}>
      <Navigation />
      <fieldset className={css.actions}>
        <legend className="visually-hidden">{t('state')}</legend>
        {states.map((value) => (
          <Button
            key={value}
            type={value === state ? 'primary' : 'default'}
            aria-pressed={value === state}
            onClick={() => change({ state: value, cursor: undefined, before: undefined })}
          >
            {t(`partState.${value}`)} {count(value)}
          </Button>
        ))}
      </fieldset>
      <DataList
        name="approvals"
        label={t('approvals.title')}
        searchable={false}
        columns={columns}
        rowKey={(part) => `${part.feeId} ${part.milestone}`}
        queryKey={[...moneyKey, 'approvals', state]}
        fetch={({ filters: _filters, sort: _sort, q: _q, ...question }) => fetchApprovals({ ...question, state })}
        bulk={mayDecide ? [action(state === 'REQUESTED' ? 'approve' : 'request', state)] : []}
        empty={{ title: t('approvals.empty.title'), text: t('approvals.empty.text') }}
      />
    </Page>
  );
}
