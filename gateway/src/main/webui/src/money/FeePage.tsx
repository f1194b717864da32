import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { formatMoney } from '../shared/format/numbers';
import { Consequence } from '../shared/forms/Consequence';
import { Money, When } from '../shared/ui/Figures';
import { Card, Facts, Page } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { ErrorState, PageSkeleton } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { type Decision, decideOnPart, type Fee, type FeePart, fetchFee, moneyKey, withdrawFee } from './api';
import css from './money.module.css';
import { ReasonDialog } from './ReasonDialog';
import { BankState, PartState } from './tags';

/** What can be decided on a part in each state. */
const legal: Record<string, Decision[]> = {
  DUE: ['request'],
  REJECTED: ['request'],
  RETURNED: ['request'],
  REQUESTED: ['approve', 'reject'],
};

/** One fee: who gets it, its parts with their state, and what can be decided now. */
export default function FeePage() {
  const { feeId } = useParams({ strict: false }) as { feeId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...moneyKey, 'fee', feeId],
    queryFn: () => fetchFee(feeId),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <FeeDetail fee={data.value} etag={data.etag} />;
}

function FeeDetail({ fee, etag }: { fee: Fee; etag: string }) {
  const { t } = useTranslation('money');
  const mayDecide = useRole('finance', 'admin');
  const [asked, setAsked] = useState<{ part: FeePart; decision: Decision }>();
  const [withdrawing, setWithdrawing] = useState(false);
  const mayWithdraw =
    mayDecide &&
    fee.origin === 'AD_HOC' &&
    fee.milestones.every((part) => ['DUE', 'REQUESTED', 'REJECTED', 'PLANNED'].includes(part.state));
  return (
    <Page
      title={fee.payeeName ?? fee.kolName ?? t('noPayee')}
      trail={[{ label: t('fee.all'), to: '/money/fees' as never }]}
      facts={<Money value={fee.total} />}
      lead={fee.reference}
      actions={
        <>
          {mayWithdraw && <Button onClick={() => setWithdrawing(true)}>{t('fee.withdraw')}</Button>}
          {mayDecide && fee.blockedCode === 'NO_PAYEE' && (
            <Link to={`/money/payees/new?${fee.agencyId ? `agency=${fee.agencyId}` : `kol=${fee.kolId}`}` as never}>
              <Button type="primary" tabIndex={-1}>
                {t('payees.enter')}
              </Button>
            </Link>
          )}
        </>
      }
    >
      <div className={css.stack}>
        {fee.blockedCode && (
          <Card>
            <StateTag tone="bad">{t('blocked')}</StateTag> {fee.blockedDetail} <code>{fee.blockedCode}</code>
          </Card>
        )}
        <Card>
          <Facts
            items={[
              { label: t('origin'), value: t(`originOf.${fee.origin}`, { defaultValue: fee.origin }) },
              {
                label: t('payee'),
                value: fee.payeeId ? (
                  <Link to={`/money/payees/${fee.payeeId}` as never}>
                    <bdi>{fee.payeeName}</bdi>
                  </Link>
                ) : (
                  t('noPayee')
                ),
              },
              { label: t('bankDetails'), value: <BankState state={fee.payeeBankState ?? 'MISSING'} /> },
              ...(fee.kolName ? [{ label: t('kol'), value: <bdi>{fee.kolName}</bdi> }] : []),
              ...(fee.collaborationId && fee.campaignId
                ? [
                    {
                      label: t('collaboration'),
                      value: (
                        <Link to={`/campaigns/${fee.campaignId}/collaborations/${fee.collaborationId}` as never}>
                          {t('openCollaboration')}
                        </Link>
                      ),
                    },
                  ]
                : []),
              { label: t('entered'), value: <When value={fee.createdAt} time /> },
            ]}
          />
        </Card>
        <Card title={t('parts')} flush>
          <SimpleTable
            label={t('parts')}
            rows={fee.milestones}
            rowKey={(part) => part.name}
            columns={[
              {
                key: 'name',
                title: t('part'),
                render: (part) => t(`milestone.${part.name}`, { defaultValue: part.name }),
              },
              { key: 'state', title: t('state'), render: (part) => <PartState state={part.state} /> },
              { key: 'due', title: t('dueOn'), render: (part) => <When value={part.dueOn} relative /> },
              {
                key: 'who',
                title: t('whoDecided'),
                render: (part) => (
                  <span className={css.name}>
                    {part.requestedBy && <small>{t('requestedByName', { name: part.requestedBy })}</small>}
                    {part.decidedBy && <small>{t('decidedByName', { name: part.decidedBy })}</small>}
                    {part.reason && <small dir="auto">{part.reason}</small>}
                  </span>
                ),
              },
              { key: 'paid', title: t('paidOn'), render: (part) => <When value={part.paidOn} /> },
              { key: 'amount', title: t('amount'), numeric: true, render: (part) => <Money value={part.amount} /> },
              {
                key: 'actions',
                title: <span className="visually-hidden">{t('actions')}</span>,
                render: (part) =>
                  mayDecide &&
                  !fee.blockedCode && (
                    <span className={css.actions}>
                      {(legal[part.state] ?? []).map((decision) => (
                        <Button
                          key={decision}
                          type={decision === 'reject' ? 'default' : 'primary'}
                          onClick={() => setAsked({ part, decision })}
                        >
                          {t(`decide.${decision}`)}
                        </Button>
                      ))}
                    </span>
                  ),
              },
            ]}
          />
        </Card>
      </div>
      {asked?.decision === 'reject' && (
        <ReasonDialog
          title={t('decide.reject')}
          verb={t('decide.reject')}
          danger
          run={(reason, key) => decideOnPart(fee.id, asked.part.name, 'reject', etag, key, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked && asked.decision !== 'reject' && (
        <Decide fee={fee} etag={etag} part={asked.part} decision={asked.decision} onClose={() => setAsked(undefined)} />
      )}
      {withdrawing && (
        <ReasonDialog
          title={t('fee.withdraw')}
          verb={t('fee.withdraw')}
          danger
          run={(reason, key) => withdrawFee(fee.id, reason, etag, key)}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Page>
  );
}

interface DecideProps {
  fee: Fee;
  etag: string;
  part: FeePart;
  decision: Decision;
  onClose: () => void;
}

function Decide({ fee, etag, part, decision, onClose }: DecideProps) {
  const { t, i18n } = useTranslation('money');
  const amount = formatMoney(part.amount, i18n.language);
  return (
    <Consequence
      title={t(`bulk.${decision}`, { count: 1, amount })}
      verb={t(`bulk.${decision}`, { count: 1, amount })}
      run={(key) => decideOnPart(fee.id, part.name, decision, etag, key)}
      refreshes={[moneyKey]}
      onClose={onClose}
    >
      <p>{t(`consequence.${decision}`, { count: 1, amount })}</p>
    </Consequence>
  );
}
