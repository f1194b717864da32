import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'kol-browser-'));

/** A file of the shared input; its absence is said loudly. */
export function realFile(path: string): string {
  const file = join(process.env.KOL_SHARED_INPUT ?? resolve('../../../shared/data'), path);
  if (!existsSync(file)) throw new Error(`The real input is missing: ${file}. Put ../shared beside the checkout.`);
  return file;
}

/** A file that this run made. */
export function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** One payment out, as the bank tells of it. */
export interface BankLine {
  /** In major units, such as 4500.00. */
  amount: string;
  endToEndId: string;
  payee: string;
  account: string;
}

/** A camt.053 as a bank would send it: opening balance, payments out, closing balance, which add up. */
export function camt053(id: string, day: string, lines: BankLine[]): string {
  const out = lines.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  const opening = 5_000_000;
  const balance = (code: string, minor: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${(minor / 100).toFixed(2)}</Amt>` +
    `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entries = lines.map(
    ({ amount, endToEndId, payee, account }, index) =>
      `<Ntry><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt>` +
      `<ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>SOGE${id}${index}</AcctSvcrRef><BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd>` +
      `<NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="CNY">${amount}</Amt>` +
      `</TxAmt></AmtDtls><RltdPties><Cdtr><Nm>${payee}</Nm></Cdtr><CdtrAcct><Id><IBAN>${account}</IBAN></Id></CdtrAcct>` +
      '</RltdPties></TxDtls></NtryDtls></Ntry>',
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>' +
    `<GrpHdr><MsgId>M${id}</MsgId><CreDtTm>${day}T18:00:00</CreDtTm></GrpHdr><Stmt><Id>S${id}</Id><ElctrncSeqNb>1</ElctrncSeqNb>` +
    `<CreDtTm>${day}T18:00:00</CreDtTm><Acct><Id><IBAN>DE75512108001245126199</IBAN></Id><Ccy>CNY</Ccy></Acct>` +
    `${balance('OPBD', opening)}${balance('CLBD', opening - out)}${entries.join('')}</Stmt></BkToCstmrStmt></Document>\n`
  );
}
