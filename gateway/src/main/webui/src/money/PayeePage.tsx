import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole, useSession } from '../shared/api/session';
import { useCommand } from '../shared/api/useCommand';
import { Consequence } from '../shared/forms/Consequence';
import { Count, When } from '../shared/ui/Figures';
import { Card, Facts, Page } from '../shared/ui/Page';
import { ErrorState, PageSkeleton, ProblemNote } from '../shared/ui/States';
import { type BankDetails, changeBank, confirmBank, fetchPayee, moneyKey, type Payee, revealBank } from './api';
import { type BankDraft, BankFields, bankOf } from './BankFields';
import css from './money.module.css';
import { ReasonDialog } from './ReasonDialog';
import { BankState } from './tags';

/** One payee: masked bank data, who changed it, and the second person who says that it is right. */
export default function PayeePage() {
  const { payeeId } = useParams({ strict: false }) as { payeeId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...moneyKey, 'payee', payeeId],
    queryFn: () => fetchPayee(payeeId),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <PayeeDetail payee={data.value} etag={data.etag} />;
}

function PayeeDetail({ payee, etag }: { payee: Payee; etag: string }) {
  const { t } = useTranslation('money');
  const { name } = useSession();
  const finance = useRole('finance', 'admin');
  const [revealing, setRevealing] = useState(false);
  const [revealed, setRevealed] = useState<BankDetails>();
  const [editing, setEditing] = useState(false);
  const confirm = useCommand({
    run: (_: undefined, key) => confirmBank(payee.id, etag, key),
    refreshes: [[...moneyKey]],
  });
  const waits = payee.bankState === 'AWAITING_CONFIRMATION';
  return (
    <Page
      title={payee.name}
      width="normal"
      trail={[{ label: t('payees.title'), to: '/money/payees' as never }]}
      facts={<BankState state={payee.bankState} />}
      actions={
        finance && (
          <>
            {payee.accountMasked && <Button onClick={() => setRevealing(true)}>{t('bank.reveal')}</Button>}
            <Button onClick={() => setEditing(true)}>{t('bank.change')}</Button>
            {waits && (
              <Button
                type="primary"
                disabled={payee.bankEditedBy === name}
                loading={confirm.busy}
                onClick={() => confirm.send(undefined)}
              >
                {t('bank.confirm')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={css.stack}>
        <ProblemNote problem={confirm.problem} />
        <Card title={t('bankDetails')}>
          <Facts
            items={[
              { label: t('bank.account'), value: <span className={css.secret}>{payee.accountMasked ?? '–'}</span> },
              { label: t('bank.bic'), value: payee.bic ?? '–' },
              { label: t('bank.bankName'), value: payee.bankName ?? '–' },
              {
                label: t('bank.editedBy'),
                value: payee.bankEditedBy ? (
                  <>
                    {payee.bankEditedBy} · <When value={payee.bankEditedAt} time />
                  </>
                ) : (
                  '–'
                ),
              },
              { label: t('bank.confirmedBy'), value: payee.bankConfirmedBy ?? '–' },
              { label: t('payoutsWaiting'), value: <Count value={payee.payoutsWaiting} /> },
            ]}
          />
          {waits && <p className={css.hint}>{t('bank.waits')}</p>}
        </Card>
        {revealed && (
          <Card title={t('bank.revealed')} extra={<Button onClick={() => setRevealed(undefined)}>{t('hide')}</Button>}>
            <Facts
              items={[
                { label: t('bank.holder'), value: <bdi>{revealed.holder}</bdi> },
                { label: t('bank.account'), value: <span className={css.secret}>{revealed.account}</span> },
                { label: t('bank.bic'), value: revealed.bic ?? '–' },
              ]}
            />
          </Card>
        )}
        <Card>
          <Link to={`/money/fees?q=${encodeURIComponent(payee.name)}` as never}>{t('payees.fees')}</Link>
        </Card>
      </div>
      {revealing && (
        <ReasonDialog
          title={t('bank.reveal')}
          verb={t('bank.reveal')}
          run={async (reason, key) => setRevealed(await revealBank(payee.id, reason, key))}
          onClose={() => setRevealing(false)}
        >
          <p>{t('bank.revealConsequence')}</p>
        </ReasonDialog>
      )}
      {editing && <ChangeBank payee={payee} etag={etag} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function ChangeBank({ payee, etag, onClose }: { payee: Payee; etag: string; onClose: () => void }) {
  const { t } = useTranslation('money');
  const [bank, setBank] = useState<BankDraft>({ holder: payee.name, account: '', bic: '', bankName: '' });
  return (
    <Consequence
      title={t('bank.change')}
      verb={t('bank.change')}
      disabled={!bank.holder.trim() || !bank.account.trim()}
      run={() => changeBank(payee.id, bankOf(bank), etag)}
      refreshes={[moneyKey]}
      onClose={onClose}
    >
      <p>{t('bank.changeConsequence')}</p>
      <BankFields value={bank} onChange={setBank} />
    </Consequence>
  );
}
