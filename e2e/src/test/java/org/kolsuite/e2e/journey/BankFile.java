package org.kolsuite.e2e.journey;

import java.time.LocalDate;

/** A small camt.053 as a bank would send it, with one payment out. */
final class BankFile {
    private BankFile() {}

    /** @param amount in major units, such as {@code 4500.00}; the statement opens at 10000.00 */
    static String camt053(String id, LocalDate day, String amount, String closing, String endToEndId) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                <GrpHdr><MsgId>M%1$s</MsgId><CreDtTm>%2$sT18:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>S%1$s</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>%2$sT18:00:00</CreDtTm>
                <Acct><Id><IBAN>DE75512108001245126199</IBAN></Id><Ccy>CNY</Ccy></Acct>
                %6$s%7$s
                <Ntry><Amt Ccy="CNY">%3$s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
                <BookgDt><Dt>%2$s</Dt></BookgDt><ValDt><Dt>%2$s</Dt></ValDt>
                <AcctSvcrRef>R%1$s</AcctSvcrRef><BkTxCd><Prtry><Cd>NTRF</Cd></Prtry></BkTxCd>
                <NtryDtls><TxDtls><Refs><EndToEndId>%4$s</EndToEndId></Refs>
                <AmtDtls><TxAmt><Amt Ccy="CNY">%3$s</Amt></TxAmt></AmtDtls>
                <RltdPties><Cdtr><Nm>Lin Xiaoman</Nm></Cdtr>
                <CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls></Ntry>
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(
                id, day, amount, endToEndId, closing, balance("OPBD", "10000.00", day), balance("CLBD", closing, day));
    }

    private static String balance(String code, String amount, LocalDate day) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
                """.formatted(code, amount, day);
    }
}
