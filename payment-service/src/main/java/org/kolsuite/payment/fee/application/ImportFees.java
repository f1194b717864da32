package org.kolsuite.payment.fee.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.fee.application.EnterFees.Draft;
import org.kolsuite.payment.fee.application.FeeFile.Line;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.fee.persistence.FeeRepository;
import org.kolsuite.payment.upload.FileVault;
import org.kolsuite.payment.upload.Upload;
import org.kolsuite.payment.upload.UploadHandler;
import org.kolsuite.payment.upload.UploadRejection;
import org.kolsuite.payment.upload.UploadWorker;
import org.kolsuite.payment.upload.Uploads;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.tabular.HeaderMapping;
import org.kolsuite.platform.tabular.Row;
import org.kolsuite.platform.tabular.Table;
import org.kolsuite.platform.tabular.TabularFile;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * Makes ad-hoc fees of a CSV or XLSX file. The steps: take and queue the file; a worker reads every line; good lines become
 * fees in steps of some hundreds, or all in one transaction, as the person chose; every bad line has an issue with line and
 * column. Started again after a kill it goes on where it stopped: a line becomes one fee, by a unique index.
 */
@ApplicationScoped
public class ImportFees implements UploadHandler {
    private static final int STEP = 500;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Uploads uploads;

    @Inject
    FileVault vault;

    @Inject
    EnterFees enterFees;

    @Inject
    FeeRepository fees;

    @Inject
    ObjectMapper json;

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
    public Uni<UUID> take(Caller.Member caller, String fileName, FileVault.Sealed file, Options options) {
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
    public HeaderMapping guess(String fileName, byte[] content) {
        return withFile(
                content,
                path -> FeeFile.mapping(TabularFile.open(path, fileName).table(), Map.of()));
    }

    @Override
    public String kind() {
        return "FEES";
    }

    @Override
    public void work(Upload.Work work) {
        Options options = read(work.options());
        Caller.Member caller = new Caller.Member(work.tenant(), work.by(), work.byName(), Set.of(Roles.FINANCE));
        List<Line> lines = withFile(vault.open(work.cipher()), path -> readLines(path, work, options));
        List<Draft> good = lines.stream().flatMap(line -> line.draft().stream()).toList();
        List<Upload.Issue> issues =
                lines.stream().flatMap(line -> line.issues().stream()).toList();
        int bad = lines.size() - good.size();
        if (options.mode() == Mode.ALL_OR_NOTHING) {
            allOrNothing(caller, work.id(), good, issues, bad, options.request());
        } else {
            keepGood(caller, work.id(), good, issues, bad, options.request());
        }
    }

    private void allOrNothing(
            Caller.Member caller, UUID id, List<Draft> good, List<Upload.Issue> issues, int bad, boolean request) {
        if (bad > 0) {
            refuse(caller, id, issues, bad);
            return;
        }
        try {
            UploadWorker.await(() -> unitOfWork.inBackground(
                    caller,
                    () -> enterFees.enterAll(caller, good, request).chain(entered -> {
                        if (!entered.refused().isEmpty()) {
                            throw new NotAllTaken(entered.refused());
                        }
                        return uploads.done(id, new Upload.Result(good.size(), good.size(), 0, 0));
                    })));
        } catch (NotAllTaken notAll) {
            refuse(caller, id, notAll.refused.stream().map(FeeFile::issue).toList(), notAll.refused.size());
        }
    }

    private void refuse(Caller.Member caller, UUID id, List<Upload.Issue> issues, int bad) {
        UploadWorker.await(() -> unitOfWork.inBackground(caller, () -> uploads.addIssues(id, issues)));
        FeeRejection.LinesRefused refused = new FeeRejection.LinesRefused(bad);
        UploadWorker.await(() -> uploads.failed(caller, id, refused.code(), refused.detail()));
    }

    private void keepGood(
            Caller.Member caller, UUID id, List<Draft> good, List<Upload.Issue> issues, int bad, boolean request) {
        Set<Long> there = UploadWorker.await(() -> unitOfWork.inBackground(caller, () -> fees.importedLines(id)));
        List<Draft> left = good.stream()
                .filter(draft ->
                        draft.line() == null || !there.contains(draft.line().line()))
                .toList();
        int total = good.size() + bad;
        int accepted = there.size();
        int rejected = bad;
        List<Upload.Issue> told = new ArrayList<>(issues);
        for (int from = 0; from < left.size(); from += STEP) {
            List<Draft> step = left.subList(from, Math.min(from + STEP, left.size()));
            int before = accepted;
            int refusedBefore = rejected;
            EnterFees.Entered entered = UploadWorker.await(() -> unitOfWork.inBackground(
                    caller,
                    () -> enterFees
                            .enterAll(caller, step, request)
                            .call(done -> uploads.progress(
                                    id,
                                    new Upload.Result(
                                            total,
                                            before + done.fees().size(),
                                            0,
                                            refusedBefore + done.refused().size()),
                                    before + refusedBefore + step.size()))));
            accepted += entered.fees().size();
            rejected += entered.refused().size();
            entered.refused().forEach(refused -> told.add(FeeFile.issue(refused)));
        }
        Upload.Result result = new Upload.Result(total, accepted, 0, rejected);
        UploadWorker.await(() -> unitOfWork.inBackground(
                caller, () -> uploads.addIssues(id, told).chain(() -> uploads.done(id, result))));
    }

    private static List<Line> readLines(Path path, Upload.Work work, Options options) {
        Table table = TabularFile.open(path, work.fileName()).table();
        HeaderMapping mapping = FeeFile.mapping(table, options.mapping());
        List<String> missing = mapping.missing(FeeFile.FIELDS);
        if (!missing.isEmpty()) {
            throw new FeeRejection.ColumnsMissing(missing);
        }
        try (Stream<Row> rows = table.rows()) {
            return rows.map(row -> FeeFile.line(table.reader(row), mapping, work.id(), options.currency()))
                    .toList();
        }
    }

    private static <T> T withFile(byte[] content, OnFile<T> use) {
        try {
            Path path = Files.createTempFile("fees", ".upload");
            try {
                Files.write(path, content);
                return use.on(path);
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface OnFile<T> {
        T on(Path path);
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

    /** Rolls the one transaction back. */
    private static final class NotAllTaken extends RuntimeException {
        private final transient List<EnterFees.Refused> refused;

        NotAllTaken(List<EnterFees.Refused> refused) {
            super("not every line was taken");
            this.refused = refused;
        }
    }
}
