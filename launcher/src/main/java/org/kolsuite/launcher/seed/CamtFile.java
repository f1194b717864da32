package org.kolsuite.launcher.seed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A bank statement of one day as a camt.053.001.02 file. */
final class CamtFile {
    private CamtFile() {}

    /** Money that left. @param endToEndId empty for what the bank takes for itself */
    record Debit(String endToEndId, String creditor, BigDecimal amount) {}

    static String of(String iban, String currency, BigDecimal opening, LocalDate day, List<Debit> debits) {
        BigDecimal closing = debits.stream().map(Debit::amount).reduce(opening, BigDecimal::subtract);
        StringBuilder entries = new StringBuilder();
        int number = 1;
        for (Debit debit : debits) {
            entries.append(entry(debit, currency, day, number++));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                <GrpHdr><MsgId>DEMO-%1$s</MsgId><CreDtTm>%1$sT20:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>DEMO-%1$s</Id><CreDtTm>%1$sT20:00:00</CreDtTm>
                <Acct><Id><IBAN>%2$s</IBAN></Id><Ccy>%3$s</Ccy></Acct>
                %4$s%5$s%6$s</Stmt></BkToCstmrStmt></Document>
                """.formatted(
                        day,
                        iban,
                        currency,
                        balance("OPBD", opening, currency, day),
                        balance("CLBD", closing, currency, day),
                        entries);
    }

    private static String balance(String code, BigDecimal amount, String currency, LocalDate day) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="%s">%s</Amt>\
                <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
                """.formatted(code, currency, amount, day);
    }

    private static String entry(Debit debit, String currency, LocalDate day, int number) {
        String reference = debit.endToEndId().isEmpty() ? "NOTPROVIDED" : debit.endToEndId();
        return """
                <Ntry><Amt Ccy="%1$s">%2$s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>\
                <BookgDt><Dt>%3$s</Dt></BookgDt><ValDt><Dt>%3$s</Dt></ValDt><AcctSvcrRef>DEMO%3$s-%4$d</AcctSvcrRef>\
                <NtryDtls><TxDtls><Refs><EndToEndId>%5$s</EndToEndId></Refs>\
                <RltdPties><Cdtr><Nm>%6$s</Nm></Cdtr></RltdPties></TxDtls></NtryDtls></Ntry>
                """.formatted(currency, debit.amount(), day, number, reference, debit.creditor());
    }
}
