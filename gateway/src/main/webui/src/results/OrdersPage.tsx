import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { type Column, DataList, type Filter } from '../shared/list/DataList';
import { Money, When } from '../shared/ui/Figures';
import { Page } from '../shared/ui/Page';
import { StateTag } from '../shared/ui/StateTag';
import { attributions, fetchOrders, type Order, reportsKey } from './api';
import { Navigation } from './Navigation';
import css from './results.module.css';

/** Every order that was imported, with whom it counts for; what no code explains is a list of its own, not left out of sight. */
export default function OrdersPage() {
  const { t } = useTranslation('results');
  const mayImport = useRole('brand-manager', 'admin');
  const filters: Filter[] = [
    {
      key: 'attribution',
      label: t('order.attribution'),
      kind: 'choice',
      single: true,
      options: attributions.map((value) => ({ value, label: t(`order.attributionOf.${value}`) })),
    },
  ];
  const columns: Column<Order>[] = [
    {
      key: 'number',
      title: t('order.number'),
      fixed: true,
      render: (order) => (
        <span className={css.name}>
          <bdi>{order.orderNumber}</bdi>
          <small>{order.shop}</small>
        </span>
      ),
    },
    { key: 'when', title: t('order.when'), render: (order) => <When value={order.happenedAt} time /> },
    { key: 'codes', title: t('order.codes'), render: (order) => order.promoCodes.join(', ') || '–' },
    {
      key: 'for',
      title: t('order.countsFor'),
      render: (order) =>
        order.attributedTo ? (
          <span className={css.name}>
            <bdi>{order.attributedTo.kolName}</bdi>
            <small>{order.attributedTo.campaignName}</small>
          </span>
        ) : (
          <StateTag tone="waiting">
            {t(`order.why.${order.unattributedWhy}`, { defaultValue: t('order.attributionOf.unattributed') })}
          </StateTag>
        ),
    },
    {
      key: 'flag',
      title: t('order.flag'),
      render: (order) => (order.flagged ? <StateTag tone="waiting">{t('order.severalCodes')}</StateTag> : '–'),
    },
    { key: 'paid', title: t('order.paid'), numeric: true, render: (order) => <Money value={order.paid} /> },
    { key: 'refunded', title: t('order.refunded'), numeric: true, render: (order) => <Money value={order.refunded} /> },
    { key: 'net', title: t('order.net'), numeric: true, render: (order) => <Money value={order.net} /> },
  ];
  const importing = mayImport && (
    <Link to={'/results/import' as never} search={{ kind: 'orders' } as never}>
      <Button type="primary" tabIndex={-1}>
        {t('import.orders')}
      </Button>
    </Link>
  );
  return (
    <Page title={t('order.title')} lead={t('order.lead')} actions={importing}>
      <Navigation />
      <DataList
        name="orders"
        label={t('order.title')}
        searchHint={t('order.search')}
        columns={columns}
        filters={filters}
        rowKey={(order) => `${order.shop} ${order.orderNumber}`}
        queryKey={[...reportsKey, 'orders']}
        fetch={({ filters: chosen, sort: _sort, ...question }) => fetchOrders({ ...question, ...chosen })}
        empty={{ title: t('order.empty.title'), text: t('order.empty.text'), action: importing }}
      />
    </Page>
  );
}
