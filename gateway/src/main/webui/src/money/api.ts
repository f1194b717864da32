import type { components } from '../shared/api/generated/payment';
import { everyPage, getJson, getVersioned, type MoneyAmount, type Page, send } from '../shared/api/http';
import { Problem } from '../shared/api/problem';
import { formatQuery } from '../shared/list/address';

type Schemas = components['schemas'];

export type Waiting = Schemas['Waiting'];
export type FeePart = Schemas['SeenPart'];
export type Fee = Schemas['Seen'];
export type Payee = Schemas['Seen1'];
export type Payout = Schemas['Seen2'];
export type PayingAccount = Schemas['PayingAccountAnswer'];
export type Batch = Schemas['BatchAnswer'];
export type PreviewLine = Schemas['PreviewLine'];
export type BatchPreview = Schemas['PreviewAnswer1'];
export type Balance = Schemas['BalanceAnswer'];
export type Transaction = Schemas['TransactionAnswer'];
export type Verification = Schemas['VerificationAnswer'];
export type Period = Schemas['PeriodAnswer'];

/** Everything of money that a decision can change. */
export const moneyKey = ['money'] as const;

export function fetchApprovals(question: object): Promise<Page<Waiting>> {
  return getJson(`/api/v1/approvals${formatQuery(question)}`);
}

export type Decision = 'request' | 'approve' | 'reject';

export interface Decided {
  done: number;
  refused: number;
  parts: { feeId: string; milestone: string; done: boolean; code: string | null; detail: string | null }[];
}

export async function decideOnParts(
  decision: Decision,
  parts: { feeId: string; milestone: string }[],
  reason: string | undefined,
  key: string,
): Promise<Decided> {
  const body = { parts: parts.map(({ feeId, milestone }) => ({ feeId, milestone })), ...(reason && { reason }) };
  return (await send<Decided>('POST', `/api/v1/fees/${decision}`, { body, key })).value;
}

/** Decides on many parts; those that were refused come back as one problem with a line for each, the others are decided. */
export async function decideOnAll(decision: Decision, parts: Waiting[], key: string): Promise<void> {
  const { done, parts: decided } = await decideOnParts(decision, parts, undefined, key);
  const refused = decided.filter((part) => !part.done);
  const first = refused[0];
  if (!first) return;
  const named = (feeId: string) => {
    const part = parts.find((one) => one.feeId === feeId);
    return part?.payeeName ?? part?.kolName ?? feeId;
  };
  throw new Problem(
    409,
    first.code ?? 'REFUSED',
    `${done} / ${decided.length}`,
    refused.map(({ feeId, code, detail }) => ({ field: named(feeId), code: code ?? '', detail: detail ?? '' })),
  );
}

export function fetchFees(question: object): Promise<Page<Fee>> {
  return getJson(`/api/v1/fees${formatQuery(question)}`);
}

export function fetchFee(id: string) {
  return getVersioned<Fee>(`/api/v1/fees/${id}`);
}

export function decideOnPart(
  id: string,
  milestone: string,
  decision: Decision,
  etag: string,
  key: string,
  reason?: string,
) {
  const path = `/api/v1/fees/${id}/milestones/${encodeURIComponent(milestone)}/${decision}`;
  return send<Fee>('POST', path, { key, etag, ...(reason && { body: { reason } }) });
}

export function withdrawFee(id: string, reason: string, etag: string, key: string) {
  return send<Fee>('POST', `/api/v1/fees/${id}/withdraw`, { body: { reason }, key, etag });
}

export interface BankDetails {
  holder: string;
  account: string;
  bic?: string;
  bankName?: string;
}

export interface NewFee {
  payeeId?: string;
  payee?: BankDetails;
  amount: MoneyAmount;
  dueOn: string;
  reference?: string;
}

export async function enterFee(fee: NewFee, key: string): Promise<Fee> {
  return (await send<Fee>('POST', '/api/v1/fees', { body: fee, key })).value;
}

export function fetchPayees(question: object): Promise<Page<Payee>> {
  return getJson(`/api/v1/payees${formatQuery(question)}`);
}

export interface NewPayee {
  name: string;
  kolId?: string;
  agencyId?: string;
  bank?: BankDetails;
}

export async function enterPayee(payee: NewPayee, key: string): Promise<Payee> {
  return (await send<Payee>('POST', '/api/v1/payees', { body: payee, key })).value;
}

/** The KOLs and agencies whose fees wait because nobody has said yet who is paid, each once. */
export async function fetchFeesWithoutPayee(): Promise<{ id: string; kind: 'kol' | 'agency'; name: string }[]> {
  const blocked = await fetchFees({ state: 'BLOCKED', limit: 200 });
  const owed = new Map<string, { id: string; kind: 'kol' | 'agency'; name: string }>();
  for (const { kolId, kolName, agencyId, blockedCode } of blocked.items) {
    if (blockedCode !== 'NO_PAYEE') continue;
    const id = agencyId ?? kolId;
    if (id) owed.set(id, { id, kind: agencyId ? 'agency' : 'kol', name: String(kolName ?? id) });
  }
  return [...owed.values()];
}

export function fetchPayee(id: string) {
  return getVersioned<Payee>(`/api/v1/payees/${id}`);
}

export function changeBank(id: string, bank: BankDetails, etag: string) {
  return send<Payee>('PUT', `/api/v1/payees/${id}/bank`, { body: bank, etag });
}

export function confirmBank(id: string, etag: string, key: string) {
  return send<Payee>('POST', `/api/v1/payees/${id}/confirm-bank`, { etag, key });
}

export async function revealBank(id: string, reason: string, key: string): Promise<BankDetails> {
  return (await send<BankDetails>('POST', `/api/v1/payees/${id}/reveal`, { body: { reason }, key })).value;
}

export function fetchPayouts(question: object): Promise<Page<Payout>> {
  return getJson(`/api/v1/payouts${formatQuery(question)}`);
}

/** All payouts of a batch or in a state, for tables and choices that must not leave one out. */
export function fetchEveryPayout(question: object): Promise<Page<Payout>> {
  return everyPage(`/api/v1/payouts${formatQuery({ ...question, limit: 200 })}`);
}

export type PayoutCommand = 'unknown' | 'ask' | 'not-executed' | 'pay-again';

export function commandPayout(id: string, command: PayoutCommand, note: string | undefined, key: string) {
  return send<Payout>('POST', `/api/v1/payouts/${id}/${command}`, { key, ...(note && { body: { note } }) });
}

export function fetchPayingAccounts(): Promise<PayingAccount[]> {
  return getJson('/api/v1/payouts/accounts');
}

export interface NewPayingAccount {
  name: string;
  holder: string;
  account: string;
  bic?: string;
  currency: string;
}

export async function addPayingAccount(account: NewPayingAccount, key: string): Promise<PayingAccount> {
  return (await send<PayingAccount>('POST', '/api/v1/payouts/accounts', { body: account, key })).value;
}

export interface BatchSelection {
  payingAccountId: string;
  dueUntil?: string;
  executionDate?: string;
}

export async function previewBatch(selection: BatchSelection): Promise<BatchPreview> {
  return (await send<BatchPreview>('POST', '/api/v1/payouts/batches/preview', { body: selection })).value;
}

export async function createBatch(selection: BatchSelection & { payoutIds: string[] }, key: string): Promise<Batch> {
  return (await send<Batch>('POST', '/api/v1/payouts/batches', { body: selection, key })).value;
}

export function fetchBatches(): Promise<Page<Batch>> {
  return getJson('/api/v1/payouts/batches?limit=50');
}

export function fetchBatch(id: string): Promise<Batch> {
  return getJson(`/api/v1/payouts/batches/${id}`);
}

export function batchFile(id: string): string {
  return `/api/v1/payouts/batches/${id}/file`;
}

export function sendBatch(id: string, key: string) {
  return send<Batch>('POST', `/api/v1/payouts/batches/${id}/send`, { key });
}

export function discardBatch(id: string, reason: string, key: string) {
  return send<Batch>('POST', `/api/v1/payouts/batches/${id}/discard`, { body: { reason }, key });
}

export function fetchBalances(): Promise<Balance[]> {
  return getJson('/api/v1/ledger/balances');
}

export function fetchTransactions(question: object): Promise<Page<Transaction>> {
  return getJson(`/api/v1/ledger/transactions${formatQuery(question)}`);
}

export function verifyLedger(): Promise<Verification> {
  return getJson('/api/v1/ledger/verify');
}

export function fetchPeriods(): Promise<Period[]> {
  return getJson('/api/v1/periods');
}

export function closePeriod(month: string, key: string) {
  return send<Period>('POST', `/api/v1/periods/${month}/close`, { key });
}

/** The sum of each currency: amounts of two currencies never add up to one. */
export function sums(amounts: MoneyAmount[]): MoneyAmount[] {
  const byCurrency = new Map<string, number>();
  for (const { amountMinor, currency } of amounts) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amountMinor);
  }
  return [...byCurrency].map(([currency, amountMinor]) => ({ amountMinor, currency }));
}
