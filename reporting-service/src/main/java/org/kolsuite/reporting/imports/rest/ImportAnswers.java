package org.kolsuite.reporting.imports.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.reporting.imports.application.AcceptImport;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportOptions;

/** What the upload endpoints of metrics and orders have in common. */
@ApplicationScoped
public class ImportAnswers {
    private static final String DEFAULT_CURRENCY = "CNY";

    @Inject
    AcceptImport imports;

    @Inject
    Idempotency idempotency;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @ConfigProperty(name = "kol.reporting.zone")
    String zone;

    private record Request(String fileName, String sha256, ImportOptions options) {}

    public Uni<PreviewAnswer> preview(ImportForm form, List<TargetField> fields) {
        return imports.preview(form.requiredFile().uploadedFile(), form.fileName(), form.headerLine(), fields)
                .map(preview -> PreviewAnswer.of(preview, fields));
    }

    /** Options with the installation's defaults. */
    public ImportOptions options(ImportForm form) {
        return form.options(json, zone, DEFAULT_CURRENCY, clock.instant());
    }

    /** 202 with the place of the job; the same key and file again give the same job. */
    public Uni<Response> accept(
            Caller.Member caller, @Nullable String key, ImportKind kind, ImportForm form, ImportOptions options) {
        return imports.read(form.requiredFile().uploadedFile(), form.fileName())
                .chain(upload -> idempotency.once(
                        caller,
                        key,
                        "POST import of " + kind,
                        new Request(upload.name(), upload.sha256(), options),
                        () -> imports.accept(caller, kind, upload, options)
                                .map(job -> Reply.accepted(kind.path(job.id()), job))));
    }
}
