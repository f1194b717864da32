package org.kolsuite.payment.statement.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.statement.model.BankStatement.Kind;
import org.kolsuite.payment.statement.model.StatementIssue.Severity;

/** Puts one statement together from the elements of its stream, and checks it at the end. */
final class StatementAssembly {
    private final Kind kind;
    private final int fileLine;
    private final List<XmlFragment> balances = new ArrayList<>();
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<StatementIssue> issues = new ArrayList<>();
    private String reference = "";
    private @Nullable AccountNumber account;
    private @Nullable String currency;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable XmlFragment summary;
    private @Nullable Money movements;
    private int entries;

    StatementAssembly(Kind kind, int fileLine) {
        this.kind = kind;
        this.fileLine = fileLine;
    }

    void add(XmlFragment element) {
        switch (element.name) {
            case "Id" -> reference = element.text();
            case "FrToDt" -> {
                from = CamtDates.day(element.text("FrDtTm", "FrDt"));
                to = CamtDates.day(element.text("ToDtTm", "ToDt"));
            }
            case "Acct" -> account(element);
            case "Bal" -> balances.add(element);
            case "TxsSummry" -> summary = element;
            case "Ntry" -> entry(element);
            default -> {
                // creation time, page number, interest: nothing that a payout is matched by
            }
        }
    }

    /** How many lines and issues it holds so far. */
    int held() {
        return lines.size() + issues.size();
    }

    BankStatement finish() {
        String unit = currency();
        Money sum = movements == null ? Money.zero(unit) : movements;
        Money opening = balance(unit, "OPBD", "PRCD");
        Money closing = balance(unit, "CLBD");
        if (account == null) {
            warn("ACCOUNT_MISSING", fileLine, "Acct/Id", "The statement does not say of which account it is.");
        }
        BankStatement statement = new BankStatement(
                kind,
                reference,
                account == null ? new AccountNumber("UNKNOWN", false) : account,
                unit,
                from != null ? from : balanceDay("OPBD", "PRCD"),
                to != null ? to : balanceDay("CLBD"),
                opening,
                closing,
                sum,
                lines,
                List.of());
        if (kind == Kind.STATEMENT) {
            checkBalances(statement);
        }
        checkSummary(sum);
        return new BankStatement(
                kind,
                reference,
                statement.account(),
                unit,
                statement.from(),
                statement.to(),
                opening,
                closing,
                sum,
                lines,
                issues);
    }

    private void account(XmlFragment element) {
        String number = element.text("Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id");
        account = number == null ? null : AccountNumber.asStated(number);
        currency = element.text("Ccy");
    }

    private void entry(XmlFragment element) {
        entries++;
        CamtEntry entry = new CamtEntry(element, reference);
        try {
            Money movement = entry.direction().signed(entry.amount());
            if (entry.isBooked()) {
                Money sum = movements == null ? Money.zero(movement.currency()) : movements;
                movements = sum.plus(movement);
            }
            lines.addAll(entry.lines(lines.size() + 1, issues));
        } catch (CamtEntry.Unreadable unreadable) {
            issues.add(new StatementIssue(
                    Severity.ERROR,
                    unreadable.code(),
                    reference,
                    element.fileLine,
                    unreadable.field(),
                    unreadable.detail()));
        } catch (Rejection broken) {
            issues.add(new StatementIssue(
                    Severity.ERROR, broken.code(), reference, element.fileLine, "Ntry/Amt", broken.detail()));
        }
    }

    /** The account's currency, else that of the first balance or entry. */
    private String currency() {
        if (currency != null) {
            return currency;
        }
        if (movements != null) {
            return movements.currency();
        }
        return balances.stream()
                .flatMap(balance -> balance.at("Amt").stream())
                .flatMap(amount -> Optional.ofNullable(amount.currency).stream())
                .findFirst()
                .orElse("EUR");
    }

    private @Nullable Money balance(String unit, String... codes) {
        for (XmlFragment balance : balances) {
            String code = balance.text("Tp/CdOrPrtry/Cd", "Tp/Cd");
            XmlFragment amount = balance.at("Amt").orElse(null);
            if (amount == null || !List.of(codes).contains(String.valueOf(code))) {
                continue;
            }
            if (amount.currency != null && !amount.currency.equals(unit)) {
                warn(
                        "BALANCE_IN_OTHER_CURRENCY",
                        balance.fileLine,
                        "Bal/Amt",
                        "The balance " + code + " is in " + amount.currency + ", the account in " + unit + ".");
                continue;
            }
            try {
                Money money = Money.ofMajor(new BigDecimal(amount.text()), unit);
                return "DBIT".equals(balance.text("CdtDbtInd")) ? money.negated() : money;
            } catch (NumberFormatException malformed) {
                warn("BALANCE_UNREADABLE", balance.fileLine, "Bal/Amt", "\"" + amount.text() + "\" is no amount.");
            } catch (Rejection broken) {
                warn("BALANCE_UNREADABLE", balance.fileLine, "Bal/Amt", broken.detail());
            }
        }
        return null;
    }

    private @Nullable LocalDate balanceDay(String... codes) {
        for (XmlFragment balance : balances) {
            if (List.of(codes).contains(String.valueOf(balance.text("Tp/CdOrPrtry/Cd", "Tp/Cd")))) {
                return CamtDates.day(balance.text("Dt/Dt", "Dt/DtTm"));
            }
        }
        return null;
    }

    private void checkBalances(BankStatement statement) {
        Money difference =
                statement.movements().currency().equals(statement.currency()) ? statement.difference() : null;
        if (difference == null) {
            String missing = statement.opening() == null ? "an opening" : "a closing";
            String why = statement.opening() != null && statement.closing() != null
                    ? "The entries are in another currency than the balances, so it can't be checked."
                    : "The statement has no usable " + missing.substring(missing.indexOf(' ') + 1)
                            + " balance, so it can't be checked.";
            warn("BALANCE_NOT_CHECKED", fileLine, "Bal", why);
        } else if (difference.amountMinor() != 0) {
            warn(
                    "BALANCE_DIFFERS",
                    fileLine,
                    "Bal",
                    "Opening " + statement.opening() + " + movements " + statement.movements() + " = "
                            + statement.movements().plus(Objects.requireNonNull(statement.opening()))
                            + ", but the closing balance says " + statement.closing() + ".");
        }
    }

    /** What the file says about itself must be what it holds (CASES F7). */
    private void checkSummary(Money sum) {
        XmlFragment declared = summary;
        if (declared == null) {
            return;
        }
        String count = declared.text("TtlNtries/NbOfNtries");
        if (count != null && !count.equals(Integer.toString(entries))) {
            warn(
                    "COUNT_DIFFERS",
                    declared.fileLine,
                    "TxsSummry/TtlNtries/NbOfNtries",
                    "The file declares " + count + " entries and holds " + entries + ".");
        }
        String net = declared.text("TtlNtries/TtlNetNtry/Amt", "TtlNtries/TtlNetNtryAmt");
        String netSign = declared.text("TtlNtries/TtlNetNtry/CdtDbtInd", "TtlNtries/CdtDbtInd");
        if (net != null && netSign != null) {
            BigDecimal signed;
            try {
                signed = new BigDecimal(net);
            } catch (NumberFormatException malformed) {
                warn("TOTAL_UNREADABLE", declared.fileLine, "TxsSummry/TtlNtries", "\"" + net + "\" is no amount.");
                return;
            }
            BigDecimal expected = netSign.equals("DBIT") ? signed.negate() : signed;
            if (expected.compareTo(sum.toMajor()) != 0) {
                warn(
                        "TOTAL_DIFFERS",
                        declared.fileLine,
                        "TxsSummry/TtlNtries",
                        "The file declares a net of " + expected + " and its entries sum to " + sum + ".");
            }
        }
    }

    private void warn(String code, int line, String field, String detail) {
        issues.add(new StatementIssue(Severity.WARNING, code, reference, line, field, detail));
    }
}
