package org.kolsuite.payment.reconciliation.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.reconciliation.model.Verdict.Candidate;
import org.kolsuite.payment.reconciliation.model.Verdict.Flag;
import org.kolsuite.payment.reconciliation.model.Verdict.Proposes;
import org.kolsuite.payment.reconciliation.model.Verdict.Returns;
import org.kolsuite.payment.reconciliation.model.Verdict.Rule;
import org.kolsuite.payment.reconciliation.model.Verdict.Settles;
import org.kolsuite.payment.reconciliation.model.Verdict.Unmatched;
import org.kolsuite.payment.statement.model.Direction;

/**
 * Which line is which payout. The rules go from the surest to the weakest, and each takes out what it has decided:
 *
 * <ol>
 *   <li>the end-to-end id names the payout;
 *   <li>amount, account and day fit, one line and one payout;
 *   <li>amount and account fit inside the date window, one line and one payout;
 *   <li>what fits several ways is proposed, never guessed;
 *   <li>the rest is unmatched, and flagged with what is odd about it.
 * </ol>
 *
 * A rule settles only when it is unique from both sides: one payout for the line, and one line for the payout.
 *
 * <p>A line and a payout that share neither the end-to-end id nor amount, currency and account are never about each other. The
 * repositories lean on that and read only lines that a payout could be about, and payouts that those lines could be about: a rule
 * that looks wider must widen {@code MatchRepository} and {@code PayoutRepository} too.
 *
 * @param daysEarly how long before its execution date a payout may be booked
 * @param daysLate how long after it
 */
public record MatchingPolicy(int daysEarly, int daysLate) {

    /** Decides about every line; the order of the verdicts is that of the lines. */
    public List<Verdict> decide(List<BankLine> lines, List<OpenPayout> payouts) {
        Desk desk = new Desk(lines, payouts);
        theEndToEndIdNamesThePayout(desk);
        amountAccountAndDayFitOnceFromBothSides(desk);
        amountAndAccountFitOnceInTheWindow(desk);
        whatFitsSeveralWaysIsProposed(desk);
        theRestIsUnmatched(desk);
        return lines.stream().map(line -> desk.verdictOn(line)).toList();
    }

    private void theEndToEndIdNamesThePayout(Desk desk) {
        Map<String, OpenPayout> byId = desk.payouts.stream()
                .collect(Collectors.toMap(OpenPayout::endToEndId, payout -> payout, (first, second) -> first));
        for (BankLine line : desk.openLines(Direction.DEBIT)) {
            OpenPayout payout = named(line, byId);
            if (payout != null) {
                moneyOfThisPayoutLeft(desk, line, payout);
            }
        }
        // A statement may list the return before the payment: what left is decided first.
        for (BankLine line : desk.openLines(Direction.CREDIT)) {
            OpenPayout payout = named(line, byId);
            if (payout != null) {
                moneyOfThisPayoutCameBack(desk, line, payout);
            }
        }
    }

    private static @Nullable OpenPayout named(BankLine line, Map<String, OpenPayout> byId) {
        return line.endToEndId() == null ? null : byId.get(line.endToEndId());
    }

    private static void moneyOfThisPayoutLeft(Desk desk, BankLine line, OpenPayout payout) {
        if (desk.isTaken(payout)) {
            desk.decide(new Unmatched(line.id(), EnumSet.of(Flag.DOUBLE_PAYMENT)));
        } else if (line.amount().equals(payout.amount())) {
            desk.settle(line, payout, Rule.END_TO_END_ID);
        } else {
            desk.decide(new Proposes(
                    line.id(),
                    List.of(new Candidate(payout.id(), Rule.END_TO_END_ID_OTHER_AMOUNT)),
                    EnumSet.of(shortOrOver(line.amount(), payout.amount()))));
        }
    }

    private static void moneyOfThisPayoutCameBack(Desk desk, BankLine line, OpenPayout payout) {
        boolean left = desk.isTaken(payout) && !desk.returned.contains(payout.id());
        if (left && line.amount().equals(payout.amount())) {
            desk.giveBack(line, payout);
        } else {
            desk.decide(new Proposes(
                    line.id(),
                    List.of(new Candidate(payout.id(), Rule.END_TO_END_ID_OTHER_AMOUNT)),
                    EnumSet.of(Flag.UNEXPLAINED_RETURN)));
        }
    }

    private static void amountAccountAndDayFitOnceFromBothSides(Desk desk) {
        settleUnique(
                desk, Rule.AMOUNT_ACCOUNT_DAY, (line, payout) -> line.bookedOn().equals(payout.executionDate()));
    }

    private void amountAndAccountFitOnceInTheWindow(Desk desk) {
        settleUnique(desk, Rule.AMOUNT_ACCOUNT_WINDOW, this::inWindow);
    }

    private static void settleUnique(Desk desk, Rule rule, BiPredicate<BankLine, OpenPayout> fits) {
        Map<UUID, List<OpenPayout>> payoutsOf = new LinkedHashMap<>();
        Map<UUID, Integer> linesOf = new HashMap<>();
        List<BankLine> open = desk.openLines();
        for (BankLine line : open) {
            List<OpenPayout> fitting = desk.sameAmountAndAccount(line).stream()
                    .filter(payout -> fits.test(line, payout))
                    .toList();
            payoutsOf.put(line.id(), fitting);
            fitting.forEach(payout -> linesOf.merge(payout.id(), 1, Integer::sum));
        }
        for (BankLine line : open) {
            List<OpenPayout> fitting = payoutsOf.getOrDefault(line.id(), List.of());
            if (fitting.size() == 1 && linesOf.getOrDefault(fitting.getFirst().id(), 0) == 1) {
                desk.settle(line, fitting.getFirst(), rule);
            }
        }
    }

    private void whatFitsSeveralWaysIsProposed(Desk desk) {
        for (BankLine line : desk.openLines()) {
            List<OpenPayout> same = desk.sameAmountAndAccount(line);
            List<OpenPayout> near =
                    same.stream().filter(payout -> inWindow(line, payout)).toList();
            List<OpenPayout> offered = near.isEmpty() ? same : near;
            Rule rule = near.isEmpty() ? Rule.AMOUNT_ACCOUNT_OTHER_DATE : Rule.TWINS;
            if (!offered.isEmpty()) {
                desk.decide(new Proposes(
                        line.id(),
                        offered.stream()
                                .map(payout -> new Candidate(payout.id(), rule))
                                .toList(),
                        EnumSet.noneOf(Flag.class)));
            }
        }
    }

    private static void theRestIsUnmatched(Desk desk) {
        for (BankLine line : desk.openLines()) {
            Flag flag = switch (line.direction()) {
                case DEBIT -> Flag.NOBODY_OWES;
                case CREDIT -> line.returnReason() == null ? Flag.INCOMING : Flag.UNEXPLAINED_RETURN;
            };
            desk.decide(new Unmatched(line.id(), EnumSet.of(flag)));
        }
    }

    private boolean inWindow(BankLine line, OpenPayout payout) {
        LocalDate day = line.bookedOn();
        return !day.isBefore(payout.executionDate().minusDays(daysEarly))
                && !day.isAfter(payout.executionDate().plusDays(daysLate));
    }

    private static Flag shortOrOver(Money seen, Money sent) {
        return seen.currency().equals(sent.currency()) && seen.isMoreThan(sent)
                ? Flag.OVER_PAYMENT
                : Flag.SHORT_PAYMENT;
    }

    /** The lines and payouts on the table while the rules go over them. */
    private static final class Desk {
        private final List<BankLine> lines;
        private final Collection<OpenPayout> payouts;
        private final Map<AmountAndAccount, List<OpenPayout>> byAmountAndAccount = new HashMap<>();
        private final Map<UUID, Verdict> verdicts = new HashMap<>();
        private final Set<UUID> taken = new HashSet<>();
        private final Set<UUID> returned = new HashSet<>();

        private record AmountAndAccount(Money amount, String account) {}

        Desk(List<BankLine> lines, List<OpenPayout> payouts) {
            this.lines = lines;
            this.payouts = payouts;
            for (OpenPayout payout : payouts) {
                if (payout.settled()) {
                    taken.add(payout.id());
                } else if (payout.account() != null) {
                    byAmountAndAccount
                            .computeIfAbsent(
                                    new AmountAndAccount(payout.amount(), payout.account()), key -> new ArrayList<>())
                            .add(payout);
                }
            }
        }

        List<BankLine> openLines() {
            return lines.stream()
                    .filter(line -> !verdicts.containsKey(line.id()))
                    .toList();
        }

        List<BankLine> openLines(Direction direction) {
            return openLines().stream()
                    .filter(line -> line.direction() == direction)
                    .toList();
        }

        List<OpenPayout> sameAmountAndAccount(BankLine line) {
            String account = line.account();
            if (account == null || line.direction() != Direction.DEBIT) {
                return List.of();
            }
            return byAmountAndAccount.getOrDefault(new AmountAndAccount(line.amount(), account), List.of()).stream()
                    .filter(payout -> !taken.contains(payout.id()))
                    .toList();
        }

        boolean isTaken(OpenPayout payout) {
            return taken.contains(payout.id());
        }

        void settle(BankLine line, OpenPayout payout, Rule rule) {
            taken.add(payout.id());
            verdicts.put(line.id(), new Settles(line.id(), payout.id(), rule));
        }

        void giveBack(BankLine line, OpenPayout payout) {
            taken.add(payout.id());
            returned.add(payout.id());
            verdicts.put(line.id(), new Returns(line.id(), payout.id(), Rule.END_TO_END_ID));
        }

        void decide(Verdict verdict) {
            verdicts.put(verdict.lineId(), verdict);
        }

        Verdict verdictOn(BankLine line) {
            Verdict verdict = verdicts.get(line.id());
            if (verdict == null) {
                throw new IllegalStateException("every line gets a verdict");
            }
            return verdict;
        }
    }
}
