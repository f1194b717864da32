package org.kolsuite.payment.fee.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.fee.application.ImportFees;
import org.kolsuite.payment.fee.application.ImportFees.Mode;
import org.kolsuite.payment.fee.application.ImportFees.Options;
import org.kolsuite.payment.upload.Upload;
import org.kolsuite.payment.upload.UploadRejection;
import org.kolsuite.payment.upload.UploadedFile;
import org.kolsuite.payment.upload.Uploads;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tabular.HeaderMapping;

/** Ad-hoc fees from a CSV or XLSX file: payee, account, amount, due date, reference. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/fees/imports")
@Tag(name = "Fee imports")
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
public class FeeImportResource {
    private static final String KIND = "FEES";

    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ImportFees importFees;

    @Inject
    Uploads uploads;

    @Inject
    UploadedFile uploadedFile;

    @Inject
    ObjectMapper json;

    /** Which column fills which field, and how sure the guess is (0 to 1). */
    public record Guess(String field, String column, double confidence) {}

    /** @param missing required fields for which no column was found */
    public record PreviewAnswer(List<Guess> mapping, List<String> missing) {}

    /** Guesses which column holds what, for a person to correct. */
    @POST
    @Path("/preview")
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public PreviewAnswer preview(@RestForm("file") @Nullable FileUpload file) {
        HeaderMapping mapping =
                importFees.guess(name(file), uploadedFile.check(file == null ? null : file.uploadedFile()));
        List<Guess> guesses = mapping.guesses().stream()
                .map(guess -> new Guess(guess.field(), guess.column(), guess.confidence()))
                .toList();
        List<String> found = guesses.stream().map(Guess::field).toList();
        return new PreviewAnswer(
                guesses,
                List.of("payee", "account", "amount", "dueOn").stream()
                        .filter(field -> !found.contains(field))
                        .toList());
    }

    /**
     * Takes the file; the work goes on in the background.
     *
     * @param mode {@code KEEP_GOOD} (the default) or {@code ALL_OR_NOTHING}
     * @param currency of lines that name none
     * @param mapping a JSON object of column names by field, where the guess is wrong
     * @param request true to put the fees before a second person at once
     * @param again true when a file that was imported before is meant
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Upload.class)))
    public Uni<Response> upload(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("mode") @Nullable String mode,
            @RestForm("currency") @Nullable String currency,
            @RestForm("mapping") @Nullable String mapping,
            @RestForm("request") @Nullable Boolean request,
            @RestForm("again") @Nullable Boolean again) {
        Options options = new Options(
                mode(mode),
                currency == null || currency.isBlank() ? null : currency,
                mapping(mapping),
                Boolean.TRUE.equals(request),
                Boolean.TRUE.equals(again));
        Caller.Member caller = callers.member();
        return uploadedFile
                .take(file == null ? null : file.uploadedFile())
                .chain(kept -> idempotency.once(
                        caller,
                        key,
                        "POST /api/v1/fees/imports",
                        List.of(name(file), kept.sha256(), options),
                        () -> importFees
                                .take(caller, name(file), kept, options)
                                .chain(id -> uploads.one(caller, KIND, id))
                                .map(job -> Reply.accepted("/api/v1/fees/imports/" + job.id(), job))));
    }

    @GET
    public Uni<Page<Upload>> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return uploads.list(callers.member(), KIND, cursor, limit);
    }

    @GET
    @Path("/{id}")
    public Uni<Upload> read(@PathParam("id") UUID id) {
        return uploads.one(callers.member(), KIND, id);
    }

    /** What is wrong with the file, line by line. */
    @GET
    @Path("/{id}/issues")
    public Uni<Page<Upload.Issue>> issues(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller.Member caller = callers.member();
        return uploads.one(caller, KIND, id).chain(() -> uploads.issues(caller, id, cursor, limit));
    }

    private Map<String, String> mapping(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException malformed) {
            throw new UploadRejection.OptionUnknown("mapping", "that text");
        }
    }

    private static Mode mode(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Mode.KEEP_GOOD;
        }
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new UploadRejection.OptionUnknown("mode", text));
    }

    private static String name(@Nullable FileUpload file) {
        String given = file == null ? "" : file.fileName();
        return given == null || given.isBlank() ? "fees" : given.substring(0, Math.min(given.length(), 200));
    }
}
