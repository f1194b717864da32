import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { formatMoney } from '../shared/format/numbers';
import { Consequence } from '../shared/forms/Consequence';
import { useAddress } from '../shared/list/address';
import { Split } from '../shared/split/Split';
import { Money, When } from '../shared/ui/Figures';
import { Input } from '../shared/ui/Input';
import { Card, Facts, Page } from '../shared/ui/Page';
import { EmptyState, ErrorState, Lines, PageSkeleton } from '../shared/ui/States';
import { StateTag, type Tone } from '../shared/ui/StateTag';
import { fetchEveryPayout, moneyKey, type Payout } from './api';
import css from './money.module.css';
import { ReasonDialog } from './ReasonDialog';
import recon from './Statement.module.css';
import { AddsUp } from './StatementListPage';
import {
  explainLine,
  fetchLines,
  fetchStatement,
  type Line,
  matchLine,
  type Statement,
  undoMatch,
} from './statementApi';

const lineStates = ['PROPOSED', 'OPEN', 'MATCHED', 'EXPLAINED'] as const;
const tones: Record<string, Tone> = { MATCHED: 'good', PROPOSED: 'waiting', OPEN: 'bad', EXPLAINED: 'neutral' };

/** Reconciliation of one statement: the bank's lines left, what they may settle right, the proposal between. */
export default function StatementPage() {
  const { statementId } = useParams({ strict: false }) as { statementId: string };
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...moneyKey, 'statement', statementId],
    queryFn: () => fetchStatement(statementId),
  });
  if (error) return <ErrorState problem={error} retry={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <Reconciliation statement={data} />;
}

function Reconciliation({ statement }: { statement: Statement }) {
  const { t } = useTranslation('money');
  const { one, change } = useAddress();
  const fallback = statement.proposed > 0 ? 'PROPOSED' : statement.open > 0 ? 'OPEN' : 'MATCHED';
  const state = one('state') ?? fallback;
  const cursor = one('cursor');
  const lines = useQuery({
    queryKey: [...moneyKey, 'statement', statement.id, 'lines', state, cursor],
    queryFn: () => fetchLines(statement.id, { state, cursor, limit: 100 }),
  });
  const chosen = lines.data?.items.find((line) => line.id === one('line')) ?? lines.data?.items[0];
  const counts: Record<string, number> = {
    PROPOSED: statement.proposed,
    OPEN: statement.open,
    MATCHED: statement.matched,
    EXPLAINED: statement.explained,
  };
  return (
    <Page
      title={t('statement.title', { reference: statement.reference })}
      trail={[{ label: t('statement.all'), to: '/money/statements' as never }]}
      facts={<AddsUp statement={statement} />}
    >
      <div className={css.stack}>
        <Card>
          <Facts
            items={[
              { label: t('statement.opening'), value: <Money value={statement.opening} /> },
              { label: t('statement.movements'), value: <Money value={statement.movements} /> },
              { label: t('statement.closing'), value: <Money value={statement.closing} /> },
              { label: t('statement.from'), value: <When value={statement.from} /> },
              { label: t('statement.to'), value: <When value={statement.to} /> },
              { label: t('bank.account'), value: <span className={css.secret}>{statement.accountMasked}</span> },
            ]}
          />
        </Card>
        <fieldset className={css.actions}>
          <legend className="visually-hidden">{t('state')}</legend>
          {lineStates.map((value) => (
            <Button
              key={value}
              type={value === state ? 'primary' : 'default'}
              aria-pressed={value === state}
              onClick={() => change({ state: value, line: undefined, cursor: undefined })}
            >
              {t(`lineState.${value}`)} {counts[value]}
            </Button>
          ))}
        </fieldset>
        {lines.error ? (
          <ErrorState problem={lines.error} retry={() => void lines.refetch()} />
        ) : lines.isPending ? (
          <Card>
            <Lines count={8} />
          </Card>
        ) : lines.data.items.length === 0 ? (
          <EmptyState title={t('statement.none')} />
        ) : (
          <Split
            left={{
              title: t('statement.bank'),
              children: (
                <LineList
                  lines={lines.data.items}
                  chosen={chosen}
                  onChoose={(line) => change({ line: line.id }, { replace: true })}
                  next={lines.data.nextCursor ?? undefined}
                  onNext={(next) => change({ cursor: next, line: undefined })}
                />
              ),
            }}
            middle={{
              title: t('statement.between'),
              children: chosen && <Between key={chosen.id} statement={statement} line={chosen} />,
            }}
            right={{
              title: t('statement.owed'),
              children: chosen && <Candidates key={chosen.id} statement={statement} line={chosen} />,
            }}
          />
        )}
      </div>
    </Page>
  );
}

interface LineListProps {
  lines: Line[];
  chosen: Line | undefined;
  onChoose: (line: Line) => void;
  next: string | undefined;
  onNext: (next: string) => void;
}

function LineList({ lines, chosen, onChoose, next, onNext }: LineListProps) {
  const { t } = useTranslation('money');
  return (
    <>
      <ul className={recon.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <button
              type="button"
              className={recon.line}
              aria-pressed={line.id === chosen?.id}
              onClick={() => onChoose(line)}
            >
              <span className={recon.top}>
                <bdi>{line.counterparty ?? line.text ?? '–'}</bdi>
                <strong>
                  {line.direction === 'CREDIT' ? '+' : '−'} <Money value={line.amount} />
                </strong>
              </span>
              <span className={recon.top}>
                <small>
                  <When value={line.bookedOn} /> · {line.accountMasked}
                </small>
                <StateTag tone={tones[line.state] ?? 'neutral'}>{t(`lineState.${line.state}`)}</StateTag>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {next && <Button onClick={() => onNext(next)}>{t('statement.more')}</Button>}
    </>
  );
}

/** What is known of the chosen line: the rule that matched it, its flags, and how to take that back. */
function Between({ statement, line }: { statement: Statement; line: Line }) {
  const { t } = useTranslation('money');
  const mayDecide = useRole('finance', 'admin');
  const [undoing, setUndoing] = useState(false);
  const [explaining, setExplaining] = useState(false);
  return (
    <div className={css.stack}>
      <StateTag tone={tones[line.state] ?? 'neutral'}>{t(`lineState.${line.state}`)}</StateTag>
      <dl className={recon.facts}>
        <dt>{t('endToEndId')}</dt>
        <dd>
          <code>{line.endToEndId ?? '–'}</code>
        </dd>
        <dt>{t('bankReference')}</dt>
        <dd>
          <code>{line.bankReference ?? '–'}</code>
        </dd>
        {line.text && (
          <>
            <dt>{t('statement.text')}</dt>
            <dd dir="auto">{line.text}</dd>
          </>
        )}
      </dl>
      {line.flags.map((flag) => (
        <StateTag key={flag} tone="bad">
          {t(`flag.${flag}`, { defaultValue: flag })}
        </StateTag>
      ))}
      {line.state === 'PROPOSED' && <p className={css.hint}>{t('statement.twins')}</p>}
      {line.explanation && <p dir="auto">{line.explanation}</p>}
      {mayDecide && (
        <div className={css.actions}>
          {line.state === 'MATCHED' && <Button onClick={() => setUndoing(true)}>{t('statement.undo')}</Button>}
          {line.state === 'OPEN' && <Button onClick={() => setExplaining(true)}>{t('statement.explain')}</Button>}
        </div>
      )}
      {undoing && (
        <ReasonDialog
          title={t('statement.undo')}
          verb={t('statement.undo')}
          danger
          run={(reason, key) => undoMatch(statement.id, line.id, reason, key)}
          onClose={() => setUndoing(false)}
        >
          <p>{t('statement.undoConsequence')}</p>
        </ReasonDialog>
      )}
      {explaining && <Explaining statement={statement} line={line} onClose={() => setExplaining(false)} />}
    </div>
  );
}

function Explaining({ statement, line, onClose }: { statement: Statement; line: Line; onClose: () => void }) {
  const { t, i18n } = useTranslation('money');
  const [account, setAccount] = useState('');
  const [memo, setMemo] = useState('');
  return (
    <Consequence
      title={t('statement.explain')}
      verb={t('statement.explainVerb', { amount: formatMoney(line.amount, i18n.language) })}
      disabled={!account.trim() || !memo.trim()}
      run={(key) => explainLine(statement.id, line.id, account.trim(), memo.trim(), key)}
      refreshes={[moneyKey]}
      onClose={onClose}
    >
      <label className={css.field} htmlFor="explain-account">
        {t('ledger.account')}
        <Input id="explain-account" value={account} onChange={(event) => setAccount(event.target.value)} />
      </label>
      <label className={css.field} htmlFor="explain-memo">
        {t('reason')}
        <Input id="explain-memo" value={memo} onChange={(event) => setMemo(event.target.value)} />
      </label>
    </Consequence>
  );
}

/** What the line may settle: its proposals first, then payouts of a chosen state to settle by hand. */
function Candidates({ statement, line }: { statement: Statement; line: Line }) {
  const { t, i18n } = useTranslation('money');
  const mayDecide = useRole('finance', 'admin');
  const [state, setState] = useState('SENT');
  const [settling, setSettling] = useState<{ payoutId: string; payeeName: string }>();
  const byHand = line.state === 'OPEN' || line.state === 'PROPOSED';
  const payouts = useQuery({
    queryKey: [...moneyKey, 'payouts', 'candidates', state],
    queryFn: () => fetchEveryPayout({ state }),
    enabled: byHand,
  });
  const sameAmount = (payouts.data?.items ?? []).filter(
    (payout: Payout) =>
      payout.amount.amountMinor === line.amount.amountMinor &&
      payout.amount.currency === line.amount.currency &&
      !line.matches.some((match) => match.payoutId === payout.id),
  );
  return (
    <div className={css.stack}>
      {line.matches.map((match) => (
        <div key={match.payoutId} className={recon.candidate}>
          <span className={recon.top}>
            <bdi>{match.payeeName}</bdi>
            <Money value={match.amount} />
          </span>
          <small>
            <When value={match.executionDate} /> · {match.rule && t(`rule.${match.rule}`, { defaultValue: match.rule })}
            {match.decidedBy && ` · ${match.decidedBy}`}
          </small>
          {mayDecide && byHand && (
            <Button type="primary" onClick={() => setSettling(match)}>
              {t('statement.settle')}
            </Button>
          )}
        </div>
      ))}
      {byHand && (
        <>
          <fieldset className={css.actions}>
            <legend className={css.hint}>{t('statement.alsoSameAmount')}</legend>
            {['SENT', 'UNKNOWN'].map((value) => (
              <Button key={value} size="small" aria-pressed={value === state} onClick={() => setState(value)}>
                {t(`payoutState.${value}`)}
              </Button>
            ))}
          </fieldset>
          {sameAmount.map((payout: Payout) => (
            <div key={String(payout.id)} className={recon.candidate}>
              <span className={recon.top}>
                <bdi>{payout.payeeName}</bdi>
                <Money value={payout.amount} />
              </span>
              <small>
                <When value={payout.executionDate} /> · {payout.accountMasked}
              </small>
              {mayDecide && (
                <Button
                  onClick={() => setSettling({ payoutId: String(payout.id), payeeName: String(payout.payeeName) })}
                >
                  {t('statement.settle')}
                </Button>
              )}
            </div>
          ))}
          {sameAmount.length === 0 && line.matches.length === 0 && (
            <p className={css.hint}>{t('statement.nothingFits')}</p>
          )}
        </>
      )}
      {settling && (
        <ReasonDialog
          title={t('statement.settle')}
          verb={t('statement.settleVerb', { amount: formatMoney(line.amount, i18n.language) })}
          run={(reason, key) => matchLine(statement.id, line.id, settling.payoutId, reason, key)}
          onClose={() => setSettling(undefined)}
        >
          <p>
            {t('statement.settleConsequence', {
              name: settling.payeeName,
              amount: formatMoney(line.amount, i18n.language),
            })}
          </p>
        </ReasonDialog>
      )}
    </div>
  );
}
