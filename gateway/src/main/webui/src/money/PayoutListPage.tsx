import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { Consequence } from '../shared/forms/Consequence';
import { type Column, DataList, type Filter } from '../shared/list/DataList';
import { Count, Money, When } from '../shared/ui/Figures';
import { Icon } from '../shared/ui/Icon';
import { Menu } from '../shared/ui/Menu';
import { Card, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { StateTag } from '../shared/ui/StateTag';
import { commandPayout, fetchBatches, fetchPayouts, moneyKey, type Payout, type PayoutCommand } from './api';
import css from './money.module.css';
import { Navigation } from './Navigation';
import { ReasonDialog } from './ReasonDialog';
import { PayoutState } from './tags';

const states = ['QUEUED', 'BATCHED', 'SENT', 'UNKNOWN', 'SETTLED', 'RETURNED'];

/** What can be said of a payout in each state, when the bank is silent or says no. */
const legal: Record<string, PayoutCommand[]> = {
  SENT: ['unknown'],
  UNKNOWN: ['ask', 'not-executed'],
  RETURNED: ['pay-again'],
};

/** Money on its way: what is queued, at the bank, settled or sent back, each with what it waits for. */
export default function PayoutListPage() {
  const { t } = useTranslation('money');
  const mayPay = useRole('finance', 'admin');
  const [asked, setAsked] = useState<{ payout: Payout; command: PayoutCommand }>();
  const batches = useQuery({ queryKey: [...moneyKey, 'batches'], queryFn: fetchBatches });
  const filters: Filter[] = [
    {
      key: 'state',
      label: t('state'),
      kind: 'choice',
      single: true,
      options: states.map((value) => ({ value, label: t(`payoutState.${value}`) })),
    },
  ];
  const columns: Column<Payout>[] = [
    {
      key: 'payee',
      title: t('payee'),
      fixed: true,
      render: (payout) => (
        <Link to={`/money/fees/${payout.feeId}` as never} className={css.name}>
          <bdi>{payout.payeeName}</bdi>
          <small className={css.secret}>{payout.accountMasked}</small>
        </Link>
      ),
    },
    { key: 'state', title: t('state'), render: (payout) => <PayoutState state={payout.state} /> },
    {
      key: 'waits',
      title: t('waitsFor'),
      render: (payout) =>
        payout.waitsFor ? t(`waitsForOf.${payout.waitsFor}`, { defaultValue: payout.waitsFor }) : '–',
    },
    { key: 'due', title: t('dueOn'), render: (payout) => <When value={payout.dueOn} relative /> },
    { key: 'booked', title: t('paidOn'), render: (payout) => <When value={payout.bookingDate} /> },
    {
      key: 'reference',
      title: t('bankReference'),
      optional: true,
      render: (payout) => <code>{payout.bankReference ?? payout.endToEndId}</code>,
    },
    { key: 'amount', title: t('amount'), numeric: true, render: (payout) => <Money value={payout.amount} /> },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('actions')}</span>,
      fixed: true,
      render: (payout) =>
        mayPay &&
        (legal[payout.state] ?? []).length > 0 && (
          <Menu
            label={t('actionsOf', { name: payout.payeeName })}
            align="end"
            trigger={(attributes) => (
              <Button
                type="text"
                aria-label={t('actionsOf', { name: payout.payeeName })}
                icon={<Icon name="more" size={16} />}
                {...attributes}
              />
            )}
            groups={[
              {
                entries: (legal[payout.state] ?? []).map((command) => ({
                  key: command,
                  label: t(`payoutCommand.${command}`),
                  onChoose: () => setAsked({ payout, command }),
                })),
              },
            ]}
          />
        ),
    },
  ];
  return (
    <Page
      title={t('payouts.title')}
      lead={t('payouts.lead')}
      actions={
        mayPay && (
          <Link to={'/money/payouts/send' as never}>
            <Button type="primary" tabIndex={-1}>
              {t('payouts.send')}
            </Button>
          </Link>
        )
      }
    >
      <Navigation />
      <div className={css.stack}>
        {batches.data && batches.data.items.length > 0 && (
          <Card title={t('batch.all')} flush>
            <SimpleTable
              label={t('batch.all')}
              rows={batches.data.items.slice(0, 5)}
              rowKey={(batch) => String(batch.id)}
              columns={[
                {
                  key: 'id',
                  title: t('batch.one'),
                  render: (batch) => (
                    <Link to={`/money/payouts/batches/${batch.id}` as never} className={css.secret}>
                      {batch.messageId}
                    </Link>
                  ),
                },
                {
                  key: 'state',
                  title: t('state'),
                  render: (batch) => (
                    <StateTag
                      tone={batch.state === 'SENT' ? 'good' : batch.state === 'CREATED' ? 'waiting' : 'neutral'}
                    >
                      {t(`batchState.${batch.state}`)}
                    </StateTag>
                  ),
                },
                { key: 'by', title: t('batch.by'), render: (batch) => batch.createdBy },
                { key: 'at', title: t('entered'), render: (batch) => <When value={batch.createdAt} time /> },
                {
                  key: 'count',
                  title: t('place.money-payouts'),
                  numeric: true,
                  render: (batch) => <Count value={batch.payouts} />,
                },
                { key: 'total', title: t('total'), numeric: true, render: (batch) => <Money value={batch.total} /> },
              ]}
            />
          </Card>
        )}
        <DataList
          name="payouts"
          label={t('payouts.title')}
          searchable={false}
          columns={columns}
          filters={filters}
          rowKey={(payout) => payout.id}
          queryKey={[...moneyKey, 'payouts']}
          fetch={({ filters: chosen, sort: _sort, q: _q, ...question }) => fetchPayouts({ ...question, ...chosen })}
          empty={{ title: t('payouts.empty.title'), text: t('payouts.empty.text') }}
        />
      </div>
      {asked?.command === 'unknown' && (
        <Consequence
          title={t('payoutCommand.unknown')}
          verb={t('payoutCommand.unknown')}
          run={(key) => commandPayout(asked.payout.id, 'unknown', undefined, key)}
          refreshes={[moneyKey]}
          onClose={() => setAsked(undefined)}
        >
          <p>{t('payoutConsequence.unknown')}</p>
        </Consequence>
      )}
      {asked && asked.command !== 'unknown' && (
        <ReasonDialog
          title={t(`payoutCommand.${asked.command}`)}
          verb={t(`payoutCommand.${asked.command}`)}
          run={(note, key) => commandPayout(asked.payout.id, asked.command, note, key)}
          onClose={() => setAsked(undefined)}
        >
          <p>{t(`payoutConsequence.${asked.command}`)}</p>
        </ReasonDialog>
      )}
    </Page>
  );
}
