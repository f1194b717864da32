package org.kolsuite.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kolsuite.contracts.problem.Rejection;

/**
 * Problem details (RFC 9457): one shape for every refusal and failure, without class names, SQL or stack traces.
 *
 * @param code stable, for programs; docs/errors.md lists them
 * @param values what the detail names (amounts, days, numbers), so that clients can say it in their language; left out when
 *     it names nothing
 * @param errors the fields at fault; left out when there are none
 */
public record Problem(
        int status,
        String title,
        String detail,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> values,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field at fault.
     *
     * @param field a JSON path such as {@code fee.amountMinor}
     */
    public record FieldError(String field, String code, String detail) {}

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, title(code), detail, code, Map.of(), List.of());
    }

    public static Problem of(Rejection rejection) {
        return of(rejection, rejection.field());
    }

    /** As {@link #of(Rejection)}, for a rejection that arose while the field was read. */
    public static Problem of(Rejection rejection, String field) {
        Problem problem = new Problem(
                rejection.kind().status(),
                title(rejection.code()),
                rejection.detail(),
                rejection.code(),
                rejection.values(),
                List.of());
        return field.isEmpty() ? problem : problem.at(field, rejection.code(), rejection.detail());
    }

    public Problem at(String field, String fieldCode, String fieldDetail) {
        return new Problem(status, title, detail, code, values, List.of(new FieldError(field, fieldCode, fieldDetail)));
    }

    public Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    /** {@code BUDGET_EXHAUSTED} reads "Budget exhausted". */
    private static String title(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
