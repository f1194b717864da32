import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { type Column, DataList, type Filter } from '../shared/list/DataList';
import { Money, When } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { StateTag } from '../shared/ui/StateTag';
import { type Fee, fetchFees, moneyKey } from './api';
import css from './money.module.css';
import { Navigation } from './Navigation';
import { PartState } from './tags';

const partStates = ['PLANNED', 'DUE', 'REQUESTED', 'APPROVED', 'SENT', 'PAID', 'REJECTED', 'RETURNED', 'VOIDED'];

/** Every fee that is owed or was: from agreements, compensations, and those that finance entered. */
export default function FeeListPage() {
  const { t } = useTranslation('money');
  const mayEnter = useRole('finance', 'admin');
  const filters: Filter[] = [
    {
      key: 'state',
      label: t('state'),
      kind: 'choice',
      single: true,
      options: [
        { value: 'BLOCKED', label: t('blocked') },
        ...partStates.map((value) => ({ value, label: t(`partState.${value}`) })),
      ],
    },
    {
      key: 'origin',
      label: t('origin'),
      kind: 'choice',
      single: true,
      options: ['AGREEMENT', 'COMPENSATION', 'AD_HOC'].map((value) => ({ value, label: t(`originOf.${value}`) })),
    },
  ];
  const columns: Column<Fee>[] = [
    {
      key: 'payee',
      title: t('payee'),
      fixed: true,
      render: (fee) => (
        <Link to={`/money/fees/${fee.id}` as never} className={css.name}>
          <bdi>{fee.payeeName ?? fee.kolName ?? t('noPayee')}</bdi>
          <small>{fee.reference ?? fee.kolName}</small>
        </Link>
      ),
    },
    { key: 'origin', title: t('origin'), render: (fee) => t(`originOf.${fee.origin}`, { defaultValue: fee.origin }) },
    {
      key: 'parts',
      title: t('parts'),
      render: (fee) => (
        <span className={css.tags}>
          {fee.blockedCode && <StateTag tone="bad">{t('blocked')}</StateTag>}
          {fee.milestones.slice(0, 3).map((part) => (
            <PartState key={part.name} state={part.state} />
          ))}
        </span>
      ),
    },
    { key: 'due', title: t('dueOn'), render: (fee) => <When value={nextDue(fee)} relative /> },
    { key: 'entered', title: t('entered'), optional: true, render: (fee) => <When value={fee.createdAt} time /> },
    { key: 'total', title: t('total'), numeric: true, render: (fee) => <Money value={fee.total} /> },
  ];
  const enter = mayEnter && (
    <>
      <Link to={'/money/fees/import' as never}>
        <Button tabIndex={-1}>{t('fee.import')}</Button>
      </Link>
      <Link to={'/money/fees/new' as never}>
        <Button type="primary" tabIndex={-1}>
          {t('fee.enter')}
        </Button>
      </Link>
    </>
  );
  return (
    <Page title={t('fee.all')} lead={t('fee.lead')} actions={enter}>
      <Navigation />
      <DataList
        name="fees"
        label={t('fee.all')}
        searchHint={t('fee.search')}
        columns={columns}
        filters={filters}
        rowKey={(fee) => fee.id}
        queryKey={[...moneyKey, 'fees']}
        fetch={({ filters: chosen, sort: _sort, q, ...question }) => fetchFees({ ...question, search: q, ...chosen })}
        empty={{ title: t('fee.empty.title'), text: t('fee.empty.text'), action: enter }}
      />
    </Page>
  );
}

/** The first day on which something of the fee is due that is neither paid nor void. */
function nextDue(fee: Fee): string | undefined {
  return fee.milestones
    .filter((part) => !['PAID', 'VOIDED'].includes(part.state))
    .flatMap((part) => part.dueOn ?? [])
    .sort()[0];
}
