package org.kolsuite.payment.fee.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.fee.application.EnterFees.Draft;
import org.kolsuite.payment.fee.application.FeeFile.Line;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.upload.Upload;
import org.kolsuite.payment.upload.UploadHandler;
import org.kolsuite.payment.upload.UploadRejection;
import org.kolsuite.payment.upload.UploadWorker;
import org.kolsuite.payment.upload.UploadedFile;
import org.kolsuite.payment.upload.Uploads;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.tabular.HeaderMapping;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Makes ad-hoc fees of a CSV or XLSX file. The steps: take and queue the file; a worker reads every line, so that a file which is damaged
 * or too long is refused before any of it is kept; then it reads them again, and good lines become fees in steps of some hundreds, or all
 * in one transaction, as the person chose; every bad line has an issue with line and column. No more than a step is in memory. Started
 * again after a kill it goes through the file again and passes over what is there: a line becomes one fee, by a unique index.
 */
@ApplicationScoped
public class ImportFees implements UploadHandler {
    private static final int STEP = 500;

    private static final int STEPS_BETWEEN_SIGNS_OF_LIFE = 20;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Uploads uploads;

    @Inject
    EnterFees enterFees;

    @Inject
    FeeRepository fees;

    @Inject
    ObjectMapper json;

    @Inject
    Vertx vertx;

    /** What becomes of a file with bad lines. */
    public enum Mode {
        /** Good lines are kept, bad ones reported. */
        KEEP_GOOD,
        /** One bad line refuses all. */
        ALL_OR_NOTHING
    }

    /**
     * How the file is to be read.
     *
     * @param currency of lines that name none
     * @param mapping column names by field; what is not named is guessed
     * @param request whether the fees are put before a second person at once
     * @param again whether a file that was imported before is meant
     */
    public record Options(
            Mode mode, @Nullable String currency, Map<String, String> mapping, boolean request, boolean again) {}

    /** Takes the file; the answer is the job's id. */
    public Uni<UUID> take(Caller.Member caller, String fileName, UploadedFile.Taken file, Options options) {
        return unitOfWork.as(
                caller,
                () -> uploads.knows(kind(), file.sha256())
                        .invoke(known -> {
                            if (known && !options.again()) {
                                throw new UploadRejection.FileImportedBefore();
                            }
                        })
                        .chain(() -> uploads.queue(caller, kind(), fileName, file, write(options))));
    }

    /** Which column would fill which field. Blocking. */
    public HeaderMapping guess(String fileName, Path file) {
        return FeeFile.mapping(TabularFile.open(file, fileName).table(), Map.of());
    }

    @Override
    public String kind() {
        return "FEES";
    }

    @Override
    public void work(Upload.Work work, Path file) {
        Job job = job(work, file, read(work.options()));
        Upload.Result judged = judge(job);
        if (job.options.mode() == Mode.KEEP_GOOD) {
            keepGood(job, judged);
        } else if (judged.rejected() > 0) {
            refuse(job, judged.rejected());
        } else {
            allOrNothing(job, judged);
        }
    }

    /** A job with its file, whose lines are read as often as needed. */
    private record Job(UUID id, Caller.Member caller, Options options, FeeFile file) {
        FeeFile.Lines lines() {
            return file.lines(STEP);
        }
    }

    private static Job job(Upload.Work work, Path file, Options options) {
        Caller.Member caller = new Caller.Member(work.tenant(), work.by(), work.byName(), Set.of(Roles.FINANCE));
        FeeFile fees = FeeFile.open(file, work.fileName(), options.mapping(), work.id(), options.currency());
        return new Job(work.id(), caller, options, fees);
    }

    /** Reads every line, and counts; what an attempt that broke off has said of them is said anew. */
    private Upload.Result judge(Job job) {
        run(job, () -> uploads.forgetIssues(job.id));
        int total = 0;
        int rejected = 0;
        int steps = 0;
        try (FeeFile.Lines lines = job.lines()) {
            for (List<Line> step = lines.next(); !step.isEmpty(); step = lines.next()) {
                total += step.size();
                rejected += bad(step);
                steps++;
                if (steps % STEPS_BETWEEN_SIGNS_OF_LIFE == 0) {
                    run(job, () -> uploads.renew(job.id));
                }
            }
        }
        return new Upload.Result(total, 0, 0, rejected);
    }

    private void refuse(Job job, int bad) {
        try (FeeFile.Lines lines = job.lines()) {
            for (List<Line> step = lines.next(); !step.isEmpty(); step = lines.next()) {
                List<Upload.Issue> issues = issues(step);
                run(job, () -> uploads.addIssues(job.id, issues).chain(() -> uploads.renew(job.id)));
            }
        }
        failed(job, bad);
    }

    private void failed(Job job, int bad) {
        FeeRejection.LinesRefused refused = new FeeRejection.LinesRefused(bad);
        UploadWorker.await(() -> uploads.failed(job.caller, job.id, refused.code(), refused.detail()));
    }

    private void allOrNothing(Job job, Upload.Result judged) {
        Refusals refusals = new Refusals();
        try (FeeFile.Lines lines = job.lines()) {
            run(
                    job,
                    () -> inSteps(lines, step -> enter(job, drafts(step)).invoke(refusals::add))
                            .chain(() -> {
                                if (refusals.count > 0) {
                                    throw new NotAllTaken();
                                }
                                return uploads.done(job.id, new Upload.Result(judged.total(), judged.total(), 0, 0));
                            }));
        } catch (NotAllTaken notAll) {
            run(job, () -> uploads.addIssues(job.id, refusals.told));
            failed(job, refusals.count);
        }
    }

    /** Takes the lines to their end within the transaction that is open; its session forgets what it wrote, or it would hold all of it. */
    private Uni<Void> inSteps(FeeFile.Lines lines, Function<List<Line>, Uni<?>> take) {
        return Multi.createBy()
                .repeating()
                .uni(() -> vertx.executeBlocking(lines::next, false)
                        .chain(step -> step.isEmpty()
                                ? Uni.createFrom().item(false)
                                : take.apply(step)
                                        .chain(Panache::flush)
                                        .chain(Panache::getSession)
                                        .invoke(session -> session.clear())
                                        .replaceWith(true)))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void keepGood(Job job, Upload.Result judged) {
        Upload.Result soFar = new Upload.Result(judged.total(), 0, 0, 0);
        try (FeeFile.Lines lines = job.lines()) {
            int done = 0;
            for (List<Line> step = lines.next(); !step.isEmpty(); step = lines.next()) {
                done += step.size();
                soFar = keep(job, step, soFar, done);
            }
        }
        Upload.Result result = soFar;
        run(job, () -> uploads.done(job.id, result));
    }

    private Upload.Result keep(Job job, List<Line> step, Upload.Result before, int done) {
        List<Draft> good = drafts(step);
        List<Upload.Issue> issues = new ArrayList<>(issues(step));
        return run(
                job,
                () -> fees.importedLines(job.id, numbers(good))
                        .chain(there -> enter(job, without(there, good)).chain(entered -> {
                            entered.refused().forEach(refused -> issues.add(FeeFile.issue(refused)));
                            Upload.Result after = new Upload.Result(
                                    before.total(),
                                    before.accepted()
                                            + there.size()
                                            + entered.fees().size(),
                                    0,
                                    before.rejected()
                                            + bad(step)
                                            + entered.refused().size());
                            return uploads.addIssues(job.id, issues)
                                    .chain(() -> uploads.progress(job.id, after, done))
                                    .replaceWith(after);
                        })));
    }

    private Uni<EnterFees.Entered> enter(Job job, List<Draft> drafts) {
        return enterFees.enterAll(job.caller, drafts, job.options.request());
    }

    private <T> T run(Job job, Supplier<Uni<T>> step) {
        return UploadWorker.await(() -> unitOfWork.inBackground(job.caller, step));
    }

    private static List<Draft> drafts(List<Line> lines) {
        return lines.stream().flatMap(line -> line.draft().stream()).toList();
    }

    private static List<Upload.Issue> issues(List<Line> lines) {
        return lines.stream().flatMap(line -> line.issues().stream()).toList();
    }

    private static int bad(List<Line> lines) {
        return (int) lines.stream().filter(line -> line.draft().isEmpty()).count();
    }

    private static List<Long> numbers(List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> Objects.requireNonNull(draft.line()).line())
                .toList();
    }

    private static List<Draft> without(Set<Long> there, List<Draft> drafts) {
        return drafts.stream()
                .filter(draft ->
                        !there.contains(Objects.requireNonNull(draft.line()).line()))
                .toList();
    }

    private String write(Options options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("options are writable", impossible);
        }
    }

    private Options read(String text) {
        try {
            return json.readValue(text, Options.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("options were written by this class", impossible);
        }
    }

    /** Good lines that could not be entered after all: all are counted, as many are told as a person reads. */
    private static final class Refusals {
        private static final int MOST_TOLD = 10_000;

        private final List<Upload.Issue> told = new ArrayList<>();
        private int count;

        void add(EnterFees.Entered entered) {
            count += entered.refused().size();
            entered.refused().stream()
                    .limit(Math.max(0, MOST_TOLD - told.size()))
                    .map(FeeFile::issue)
                    .forEach(told::add);
        }
    }

    /** Rolls the one transaction back. */
    private static final class NotAllTaken extends RuntimeException {
        NotAllTaken() {
            super("not every line was taken");
        }
    }
}
