import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { type Column, DataList, type Filter } from '../shared/list/DataList';
import { Count } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { fetchPayees, moneyKey, type Payee } from './api';
import css from './money.module.css';
import { Navigation } from './Navigation';
import { BankState } from './tags';

const bankStates = ['MISSING', 'AWAITING_CONFIRMATION', 'USABLE'];

/** Who gets money, and whether it may go to their account. */
export default function PayeeListPage() {
  const { t } = useTranslation('money');
  const mayEnter = useRole('finance', 'admin');
  const filters: Filter[] = [
    {
      key: 'bankState',
      label: t('bankDetails'),
      kind: 'choice',
      single: true,
      options: bankStates.map((value) => ({ value, label: t(`bankState.${value}`) })),
    },
  ];
  const columns: Column<Payee>[] = [
    {
      key: 'name',
      title: t('payee'),
      fixed: true,
      render: (payee) => (
        <Link to={`/money/payees/${payee.id}` as never} className={css.name}>
          <bdi>{payee.name}</bdi>
          {payee.kolName && <small>{payee.kolName}</small>}
        </Link>
      ),
    },
    {
      key: 'account',
      title: t('bank.account'),
      render: (payee) => <span className={css.secret}>{payee.accountMasked ?? '–'}</span>,
    },
    { key: 'state', title: t('bankDetails'), render: (payee) => <BankState state={payee.bankState} /> },
    {
      key: 'waiting',
      title: t('payoutsWaiting'),
      numeric: true,
      render: (payee) => <Count value={payee.payoutsWaiting} />,
    },
  ];
  const enter = mayEnter && (
    <Link to={'/money/payees/new' as never}>
      <Button type="primary" tabIndex={-1}>
        {t('payees.enter')}
      </Button>
    </Link>
  );
  return (
    <Page title={t('payees.title')} lead={t('payees.lead')} actions={enter}>
      <Navigation />
      <DataList
        name="payees"
        label={t('payees.title')}
        columns={columns}
        filters={filters}
        rowKey={(payee) => payee.id}
        queryKey={[...moneyKey, 'payees']}
        fetch={({ filters: chosen, sort: _sort, q, ...question }) => fetchPayees({ ...question, search: q, ...chosen })}
        empty={{ title: t('payees.empty.title'), text: t('payees.empty.text'), action: enter }}
      />
    </Page>
  );
}
