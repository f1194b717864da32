import type { components } from '../shared/api/generated/payment';
import { everyPage, getJson, type MoneyAmount, type Page, send } from '../shared/api/http';
import { formatQuery } from '../shared/list/address';

type Schemas = components['schemas'];

export interface Statement {
  id: string;
  importId: string;
  reference: string;
  accountMasked: string;
  currency: string;
  from: string | null;
  to: string | null;
  opening: MoneyAmount | null;
  closing: MoneyAmount | null;
  movements: MoneyAmount;
  addsUp: boolean | null;
  difference: MoneyAmount | null;
  importedAt: string;
  lines: number;
  matched: number;
  proposed: number;
  open: number;
  explained: number;
  apart: number;
}

export interface Match {
  lineId: string;
  payoutId: string;
  kind: string;
  rule: string | null;
  payeeName: string;
  amount: MoneyAmount;
  endToEndId: string;
  executionDate: string | null;
  payoutState: string;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
}

export interface Line {
  id: string;
  version: number;
  number: number;
  direction: 'DEBIT' | 'CREDIT';
  amount: MoneyAmount;
  bookedOn: string | null;
  endToEndId: string | null;
  bankReference: string | null;
  counterparty: string | null;
  accountMasked: string | null;
  text: string | null;
  state: string;
  flags: string[];
  explanation: string | null;
  matches: Match[];
}

export type Upload = Schemas['Upload'];
export type UploadIssue = Schemas['Issue'];
export type UploadKind = 'statements' | 'fees';

export function fetchStatements(question: object): Promise<Page<Statement>> {
  return getJson(`/api/v1/statements${formatQuery(question)}`);
}

export function fetchStatement(id: string): Promise<Statement> {
  return getJson(`/api/v1/statements/${id}`);
}

export function fetchLines(id: string, question: object): Promise<Page<Line>> {
  return getJson(`/api/v1/statements/${id}/lines${formatQuery(question)}`);
}

export function matchLine(statement: string, line: string, payoutId: string, reason: string, key: string) {
  return send<Line>('POST', `/api/v1/statements/${statement}/lines/${line}/match`, { body: { payoutId, reason }, key });
}

export function undoMatch(statement: string, line: string, reason: string, key: string) {
  return send<Line>('POST', `/api/v1/statements/${statement}/lines/${line}/undo`, { body: { reason }, key });
}

export function explainLine(statement: string, line: string, account: string, memo: string, key: string) {
  return send<Line>('POST', `/api/v1/statements/${statement}/lines/${line}/explain`, { body: { account, memo }, key });
}

export async function uploadStatement(file: File, key: string): Promise<Upload> {
  const body = new FormData();
  body.set('file', file);
  return (await send<Upload>('POST', '/api/v1/statements', { body, key })).value;
}

export interface FeeFile {
  file: File;
  currency: string;
  mode: string;
  /** Asks for approval of every fee at once. */
  request: boolean;
}

export async function uploadFees({ file, currency, mode, request }: FeeFile, key: string): Promise<Upload> {
  const body = new FormData();
  body.set('file', file);
  body.set('currency', currency);
  body.set('mode', mode);
  body.set('request', String(request));
  return (await send<Upload>('POST', '/api/v1/fees/imports', { body, key })).value;
}

export function fetchUpload(kind: UploadKind, id: string): Promise<Upload> {
  return getJson(`/api/v1/${kind}/imports/${id}`);
}

export function fetchUploadIssues(kind: UploadKind, id: string): Promise<Page<UploadIssue>> {
  return everyPage(`/api/v1/${kind}/imports/${id}/issues?limit=200`);
}
