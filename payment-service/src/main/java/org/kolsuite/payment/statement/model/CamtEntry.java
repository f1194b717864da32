package org.kolsuite.payment.statement.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.statement.model.StatementIssue.Severity;

/** One {@code Ntry} of a camt message. */
final class CamtEntry {
    private final XmlFragment entry;
    private final String statement;

    CamtEntry(XmlFragment entry, String statement) {
        this.entry = entry;
        this.statement = statement;
    }

    Direction direction() {
        String sign = entry.text("CdtDbtInd");
        return switch (String.valueOf(sign)) {
            case "CRDT" -> Direction.CREDIT;
            case "DBIT" -> Direction.DEBIT;
            default ->
                throw new Unreadable(
                        "SIGN_MISSING", "Ntry/CdtDbtInd", "The entry does not say whether it is a credit or a debit.");
        };
    }

    Money amount() {
        return money(entry.at("Amt")
                .orElseThrow(() -> new Unreadable("AMOUNT_MISSING", "Ntry/Amt", "The entry has no amount.")));
    }

    /** Without a status it is booked: that is what a statement is for. */
    boolean isBooked() {
        String status = entry.text("Sts/Cd", "Sts");
        return status == null || status.isEmpty() || status.equals("BOOK");
    }

    /**
     * The lines of this entry: one per transaction when the details give amounts that sum to the entry's, else one.
     *
     * @param firstNumber the number of the first line
     * @param issues takes what does not add up
     */
    List<StatementLine> lines(int firstNumber, List<StatementIssue> issues) {
        List<XmlFragment> details = entry.all("NtryDtls").stream()
                .flatMap(batch -> batch.all("TxDtls").stream())
                .toList();
        Money whole = amount();
        if (details.size() <= 1) {
            return List.of(line(firstNumber, whole, details.isEmpty() ? null : details.getFirst()));
        }
        List<Money> amounts = new ArrayList<>();
        details.forEach(detail -> detailAmount(detail).ifPresent(amounts::add));
        if (amounts.size() == details.size() && sum(amounts, whole.currency()).equals(Optional.of(whole))) {
            List<StatementLine> lines = new ArrayList<>();
            for (int i = 0; i < details.size(); i++) {
                lines.add(line(firstNumber + i, amounts.get(i), details.get(i)));
            }
            return lines;
        }
        issues.add(new StatementIssue(
                Severity.WARNING,
                "DETAILS_DIFFER",
                statement,
                entry.fileLine,
                "NtryDtls/TxDtls",
                "The " + details.size() + " details do not sum to the entry's " + whole
                        + "; the entry is kept as one line."));
        return List.of(line(firstNumber, whole, null));
    }

    private StatementLine line(int number, Money amount, @Nullable XmlFragment detail) {
        Direction direction = direction();
        XmlFragment source = detail == null ? entry : detail;
        String party = direction == Direction.DEBIT ? "Cdtr" : "Dbtr";
        String account = source.text("RltdPties/" + party + "Acct/Id/IBAN", "RltdPties/" + party + "Acct/Id/Othr/Id");
        return new StatementLine(
                number,
                source.fileLine,
                direction,
                amount,
                bookingDay(),
                isBooked(),
                provided(source.text("Refs/EndToEndId")),
                provided(firstOf(
                        source.text("Refs/AcctSvcrRef"),
                        entry.text("AcctSvcrRef"),
                        source.text("Refs/TxId"),
                        entry.text("NtryRef"))),
                source.text("RltdPties/" + party + "/Nm", "RltdPties/" + party + "/Pty/Nm"),
                account == null ? null : AccountNumber.asStated(account),
                returnReason(source),
                firstOf(provided(source.text("RmtInf/Ustrd")), source.text("AddtlTxInf"), entry.text("AddtlNtryInf")));
    }

    private @Nullable LocalDate bookingDay() {
        return CamtDates.day(entry.text("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"));
    }

    /** Money that comes back says so by a reason, by the reversal mark, or by its transaction code. */
    private @Nullable String returnReason(XmlFragment source) {
        String reason = source.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/AddtlInf");
        if (reason != null) {
            return reason;
        }
        String code = String.valueOf(entry.text("BkTxCd/Domn/Fmly/SubFmlyCd"));
        boolean reversed = "true".equals(entry.text("RvslInd"));
        return reversed || code.equals("RRTN") || code.equals("RPCR") ? "RETURNED" : null;
    }

    private Optional<Money> detailAmount(XmlFragment detail) {
        return detail.at("Amt")
                .or(() -> detail.at("AmtDtls/TxAmt/Amt"))
                .or(() -> detail.at("AmtDtls/InstdAmt/Amt"))
                .flatMap(amount -> {
                    try {
                        return Optional.of(money(amount));
                    } catch (Unreadable | Rejection unreadable) {
                        return Optional.empty();
                    }
                });
    }

    private static Optional<Money> sum(List<Money> amounts, String currency) {
        return amounts.stream().allMatch(amount -> amount.currency().equals(currency))
                ? Optional.of(amounts.stream().reduce(Money.zero(currency), Money::plus))
                : Optional.empty();
    }

    private static Money money(XmlFragment amount) {
        if (amount.currency == null) {
            throw new Unreadable("CURRENCY_MISSING", "Amt/@Ccy", "The amount has no currency.");
        }
        BigDecimal value;
        try {
            value = new BigDecimal(amount.text());
        } catch (NumberFormatException malformed) {
            throw new Unreadable("AMOUNT_UNREADABLE", "Amt", "\"" + amount.text() + "\" is no amount.");
        }
        if (value.signum() < 0) {
            throw new Unreadable("AMOUNT_NEGATIVE", "Amt", "An amount on a statement has no sign of its own.");
        }
        return Money.ofMajor(value, amount.currency);
    }

    private static @Nullable String provided(@Nullable String reference) {
        return reference == null || reference.equalsIgnoreCase("NOTPROVIDED") || reference.equalsIgnoreCase("NONREF")
                ? null
                : reference;
    }

    private static @Nullable String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** An entry that can't become a line. */
    static final class Unreadable extends RuntimeException {
        private final String code;
        private final String field;

        Unreadable(String code, String field, String detail) {
            super(detail, null, false, false);
            this.code = code;
            this.field = field;
        }

        String code() {
            return code;
        }

        String field() {
            return field;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }
}
