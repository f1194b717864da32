package org.kolsuite.payment.statement.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.reconciliation.application.MatchLines;
import org.kolsuite.payment.statement.model.BankStatement;
import org.kolsuite.payment.statement.model.CamtReader;
import org.kolsuite.payment.statement.model.LineKeys;
import org.kolsuite.payment.statement.model.StatementIssue;
import org.kolsuite.payment.statement.model.StatementLine;
import org.kolsuite.payment.statement.model.StatementRejection;
import org.kolsuite.payment.statement.persistence.StatementRepository;
import org.kolsuite.payment.statement.persistence.StatementRepository.NewLine;
import org.kolsuite.payment.upload.Upload;
import org.kolsuite.payment.upload.UploadHandler;
import org.kolsuite.payment.upload.UploadWorker;
import org.kolsuite.payment.upload.UploadedFile;
import org.kolsuite.payment.upload.Uploads;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Takes a camt.053 file: keeps it, reads its statements, keeps what is new of them, says what does not add up, and matches.
 * All of one file is one transaction: after a kill there is all of it or nothing. Importing a file again finds every line
 * there and changes nothing; a corrected statement adds its new lines and names the missing ones (CASES M27).
 */
@ApplicationScoped
public class ImportStatements implements UploadHandler {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Uploads uploads;

    @Inject
    StatementRepository statements;

    @Inject
    MatchLines matchLines;

    @Inject
    Clock clock;

    /** Takes the file; the answer is the job's id. */
    public Uni<UUID> take(Caller.Member caller, String fileName, UploadedFile.Taken file) {
        return unitOfWork.as(caller, () -> uploads.queue(caller, kind(), fileName, file, "{}"));
    }

    @Override
    public String kind() {
        return "STATEMENT";
    }

    @Override
    public void work(Upload.Work work, Path file) {
        List<BankStatement> read = read(file);
        read.stream()
                .filter(statement -> statement.kind() != BankStatement.Kind.STATEMENT)
                .findFirst()
                .ifPresent(other -> {
                    throw new StatementRejection.NotTheBanksLastWord(other.kind());
                });
        Caller.Member caller = new Caller.Member(work.tenant(), work.by(), work.byName(), Set.of(Roles.FINANCE));
        UploadWorker.await(() -> unitOfWork.inBackground(
                caller,
                () -> keepAll(work.id(), read, new Tally())
                        .chain(tally -> matchLines
                                .match(caller)
                                .chain(() -> uploads.addIssues(work.id(), tally.issues))
                                .chain(() -> uploads.done(work.id(), tally.result())))));
    }

    private static List<BankStatement> read(Path file) {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return CamtReader.read(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Uni<Tally> keepAll(UUID uploadId, List<BankStatement> read, Tally tally) {
        return Multi.createFrom()
                .iterable(read)
                .onItem()
                .transformToUniAndConcatenate(statement -> keep(uploadId, statement, tally))
                .collect()
                .last()
                .replaceWith(tally);
    }

    private Uni<Void> keep(UUID uploadId, BankStatement statement, Tally tally) {
        Money difference = statement.difference();
        Boolean addsUp = difference == null ? null : difference.amountMinor() == 0;
        statement.issues().forEach(tally::add);
        return statements
                .keep(uploadId, statement, addsUp)
                .chain(kept -> statements
                        .closingBefore(statement, kept.id())
                        .invoke(before -> before.ifPresent(closed -> checkOpening(statement, closed, tally)))
                        .chain(() -> statements.keysOf(kept.id()))
                        .chain(there -> statements
                                .knownMovements(statement, kept.id())
                                .chain(elsewhere -> {
                                    List<NewLine> lines = newLines(statement, there, elsewhere, kept.isNew(), tally);
                                    return statements.addLines(kept.id(), lines);
                                })));
    }

    private static void checkOpening(BankStatement statement, Money closedBefore, Tally tally) {
        Money opening = statement.opening();
        if (opening != null && !opening.equals(closedBefore)) {
            tally.warn(
                    "OPENING_DIFFERS",
                    statement,
                    null,
                    "The statement before closed with " + closedBefore + ", this one opens with " + opening
                            + ": one in between may be missing.");
        }
    }

    private List<NewLine> newLines(
            BankStatement statement, Set<String> there, Set<String> elsewhere, boolean isNew, Tally tally) {
        List<NewLine> fresh = new ArrayList<>();
        Set<String> missing = new HashSet<>(there);
        LineKeys keys = new LineKeys();
        for (StatementLine line : statement.lines()) {
            LineKeys.Key key = keys.of(line);
            tally.lines++;
            missing.remove(key.value());
            if (there.contains(key.value())) {
                tally.known++;
                continue;
            }
            LocalDate day = day(statement, line);
            boolean repeated = key.repeated() && line.bankReference() != null;
            boolean duplicate = repeated || elsewhere.contains(movement(line, day));
            if (duplicate) {
                tally.warn(
                        "DUPLICATE_LINE",
                        statement,
                        line,
                        "The movement " + line.bankReference() + " over " + line.amount()
                                + " stands on a statement already; it is kept apart and not matched.");
            } else if (!isNew) {
                tally.warn(
                        "EXTRA_LINE",
                        statement,
                        line,
                        "This statement was imported before without this line over " + line.amount() + ".");
            }
            tally.accepted++;
            fresh.add(new NewLine(
                    Ids.next(), key.value(), line, day, state(line, duplicate), duplicate ? "DUPLICATE_LINE" : ""));
        }
        if (!missing.isEmpty()) {
            tally.warn(
                    "MISSING_LINES",
                    statement,
                    null,
                    missing.size() + " lines that were imported before are not in this file; they are kept.");
        }
        return fresh;
    }

    private static String state(StatementLine line, boolean duplicate) {
        if (duplicate) {
            return "DUPLICATE";
        }
        if (!line.booked()) {
            return "PENDING";
        }
        return line.amount().amountMinor() == 0 ? "EXPLAINED" : "OPEN";
    }

    private static String movement(StatementLine line, LocalDate day) {
        return line.bankReference() + " " + line.direction() + " "
                + line.amount().amountMinor() + " " + day;
    }

    private LocalDate day(BankStatement statement, StatementLine line) {
        if (line.bookedOn() != null) {
            return line.bookedOn();
        }
        LocalDate to = statement.to();
        return to != null ? to : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What an import counts and says. */
    private static final class Tally {
        private final List<Upload.Issue> issues = new ArrayList<>();
        private int lines;
        private int accepted;
        private int known;
        private int rejected;

        void add(StatementIssue issue) {
            if (issue.severity() == StatementIssue.Severity.ERROR) {
                rejected++;
            }
            issues.add(new Upload.Issue(
                    issue.severity().name(),
                    issue.code(),
                    issue.fileLine() == null ? null : issue.fileLine().longValue(),
                    null,
                    issue.field(),
                    issue.statement(),
                    issue.detail()));
        }

        void warn(String code, BankStatement statement, @Nullable StatementLine line, String detail) {
            issues.add(new Upload.Issue(
                    "WARNING",
                    code,
                    line == null ? null : (long) line.fileLine(),
                    null,
                    null,
                    statement.reference(),
                    detail));
        }

        Upload.Result result() {
            return new Upload.Result(lines + rejected, accepted, known, rejected);
        }
    }
}
