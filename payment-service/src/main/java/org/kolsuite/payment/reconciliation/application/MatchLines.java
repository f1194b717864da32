package org.kolsuite.payment.reconciliation.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.ledger.application.PostTransactions;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.Periods;
import org.kolsuite.payment.ledger.model.Transaction;
import org.kolsuite.payment.payout.application.KeepPayouts;
import org.kolsuite.payment.payout.application.PayoutBookings;
import org.kolsuite.payment.payout.model.Payout;
import org.kolsuite.payment.payout.persistence.PayoutRepository;
import org.kolsuite.payment.reconciliation.model.BankLine;
import org.kolsuite.payment.reconciliation.model.MatchingPolicy;
import org.kolsuite.payment.reconciliation.model.OpenPayout;
import org.kolsuite.payment.reconciliation.model.Verdict;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository.Decided;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository.LineState;
import org.kolsuite.payment.reconciliation.persistence.MatchRepository.OpenLine;
import org.kolsuite.platform.caller.Caller;

/**
 * Lets the rules decide about every open line: settles, takes back, proposes, flags. In the transaction that is open; a
 * second round over the same lines changes nothing.
 */
@ApplicationScoped
public class MatchLines {
    private static final int LINES_AT_ONCE = 1_000;

    @Inject
    MatchRepository matches;

    @Inject
    PayoutRepository payouts;

    @Inject
    KeepPayouts keepPayouts;

    @Inject
    PostTransactions ledger;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kol.payment.matching.days-early")
    int daysEarly;

    @ConfigProperty(name = "kol.payment.matching.days-late")
    int daysLate;

    public Uni<Void> match(Caller caller) {
        return nobodysLines(caller)
                .chain(() -> matches.lockOpen())
                .chain(lines -> payouts.fitting(stated(lines, BankLine::endToEndId), stated(lines, BankLine::account))
                        .chain(known -> decide(caller, lines, known)));
    }

    private static Set<String> stated(List<OpenLine> lines, Function<BankLine, @Nullable String> of) {
        return lines.stream()
                .flatMap(open -> Stream.ofNullable(of.apply(open.line())))
                .collect(Collectors.toSet());
    }

    /**
     * Decides first, some at a time, on the lines that no payout could be about: they may be most of a statement, and each is decided by
     * itself.
     */
    private Uni<Void> nobodysLines(Caller caller) {
        return Multi.createBy()
                .repeating()
                .uni(() -> matches.lockStrange(LINES_AT_ONCE)
                        .chain(lines -> decide(caller, lines, List.of()).replaceWith(lines.size() == LINES_AT_ONCE)))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> decide(Caller caller, List<OpenLine> lines, List<OpenPayout> known) {
        List<Verdict> verdicts = new MatchingPolicy(daysEarly, daysLate)
                .decide(lines.stream().map(OpenLine::line).toList(), known);
        return apply(caller, lines, verdicts);
    }

    private Uni<Void> apply(Caller caller, List<OpenLine> lines, List<Verdict> verdicts) {
        Map<UUID, OpenLine> byId =
                lines.stream().collect(Collectors.toMap(one -> one.line().id(), Function.identity()));
        Set<UUID> meant =
                verdicts.stream().flatMap(verdict -> payoutOf(verdict).stream()).collect(Collectors.toSet());
        return payouts.lockAll(meant).chain(locked -> {
            Round round = new Round(byId, locked);
            verdicts.forEach(round::take);
            return keepPayouts
                    .lockFeesOf(locked)
                    .chain(() -> ledger.post(caller, round.banks(), round::bookings))
                    .chain(booked -> keepPayouts
                            .settled(List.copyOf(round.settled.values()))
                            .chain(() -> keepPayouts.returned(List.copyOf(round.returned.values())))
                            .chain(() -> matches.dropProposals(byId.keySet()))
                            .chain(() -> matches.dropProposalsOf(round.settled.keySet()))
                            .chain(() -> matches.add(caller, round.decided(), null))
                            .chain(() -> matches.save(round.states)));
        });
    }

    private static Collection<UUID> payoutOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Settles settles -> List.of(settles.payoutId());
            case Verdict.Returns returns -> List.of(returns.payoutId());
            case Verdict.Proposes ignored -> List.of();
            case Verdict.Unmatched ignored -> List.of();
        };
    }

    /** One round of decisions while they are put together. */
    private final class Round {
        private final Map<UUID, OpenLine> lines;
        private final Map<UUID, Payout> present;
        private final Map<UUID, Payout> settled = new HashMap<>();
        private final Map<UUID, Payout> returned = new HashMap<>();
        private final List<Verdict> binding = new ArrayList<>();
        private final List<Decided> proposals = new ArrayList<>();
        private final List<LineState> states = new ArrayList<>();
        private final Map<UUID, UUID> bookingOfLine = new HashMap<>();

        Round(Map<UUID, OpenLine> lines, List<Payout> locked) {
            this.lines = lines;
            this.present = locked.stream().collect(Collectors.toMap(Payout::id, Function.identity()));
        }

        void take(Verdict verdict) {
            OpenLine line = Objects.requireNonNull(lines.get(verdict.lineId()));
            switch (verdict) {
                case Verdict.Settles settles -> {
                    Payout payout = Objects.requireNonNull(present.get(settles.payoutId()))
                            .settle(line.bankReference(), line.line().bookedOn());
                    present.put(payout.id(), payout);
                    settled.put(payout.id(), payout);
                    binding.add(settles);
                }
                case Verdict.Returns returns -> binding.add(returns);
                case Verdict.Proposes proposes -> {
                    proposes.candidates()
                            .forEach(candidate -> proposals.add(new Decided(
                                    verdict.lineId(),
                                    candidate.payoutId(),
                                    "PROPOSED",
                                    candidate.rule().name(),
                                    null)));
                    states.add(new LineState(verdict.lineId(), "PROPOSED", flags(proposes.flags()), null, null));
                }
                case Verdict.Unmatched unmatched ->
                    states.add(new LineState(verdict.lineId(), "OPEN", flags(unmatched.flags()), null, null));
            }
        }

        List<Account> banks() {
            return binding.stream()
                    .map(verdict ->
                            Objects.requireNonNull(lines.get(verdict.lineId())).bank())
                    .distinct()
                    .toList();
        }

        /** Settlements first: a return of the same round follows on its settlement. */
        List<Transaction> bookings(Periods periods) {
            List<Transaction> transactions = new ArrayList<>();
            for (Verdict verdict : binding) {
                if (verdict instanceof Verdict.Settles settles) {
                    OpenLine line = Objects.requireNonNull(lines.get(settles.lineId()));
                    Payout payout = Objects.requireNonNull(present.get(settles.payoutId()));
                    Transaction booking = PayoutBookings.settled(
                            payout.id(),
                            payout.amount(),
                            line.line().amount(),
                            line.bank(),
                            periods.bookableDay(line.line().bookedOn()),
                            clock.instant());
                    transactions.add(booking);
                    matched(line, booking);
                }
            }
            for (Verdict verdict : binding) {
                if (verdict instanceof Verdict.Returns returns) {
                    OpenLine line = Objects.requireNonNull(lines.get(returns.lineId()));
                    String reason = line.line().returnReason();
                    Payout payout = Objects.requireNonNull(present.get(returns.payoutId()))
                            .giveBack(reason == null ? "RETURNED" : reason);
                    present.put(payout.id(), payout);
                    returned.put(payout.id(), payout);
                    Transaction booking = PayoutBookings.cameBack(
                            payout.id(),
                            payout.amount(),
                            line.bank(),
                            periods.bookableDay(line.line().bookedOn()),
                            clock.instant());
                    transactions.add(booking);
                    matched(line, booking);
                }
            }
            return transactions;
        }

        private void matched(OpenLine line, Transaction booking) {
            bookingOfLine.put(line.line().id(), booking.id());
            states.add(new LineState(line.line().id(), "MATCHED", "", null, booking.id()));
        }

        List<Decided> decided() {
            List<Decided> all = new ArrayList<>(proposals);
            for (Verdict verdict : binding) {
                switch (verdict) {
                    case Verdict.Settles settles ->
                        all.add(new Decided(
                                settles.lineId(),
                                settles.payoutId(),
                                "SETTLES",
                                settles.rule().name(),
                                bookingOfLine.get(settles.lineId())));
                    case Verdict.Returns returns ->
                        all.add(new Decided(
                                returns.lineId(),
                                returns.payoutId(),
                                "RETURNS",
                                returns.rule().name(),
                                bookingOfLine.get(returns.lineId())));
                    case Verdict.Proposes ignored -> throw new IllegalStateException("a proposal binds nobody");
                    case Verdict.Unmatched ignored -> throw new IllegalStateException("nothing was matched");
                }
            }
            return all;
        }

        private static String flags(Set<Verdict.Flag> flags) {
            return flags.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        }
    }
}
