package org.kolsuite.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.problem.Rejection;

/** Builds problem details: one shape, a stable {@code code}, the fields at fault, no class names, no SQL. */
public final class Problems {
    private Problems() {}

    /** One field at fault. */
    public record FieldError(String field, String code, String detail) {}

    public static HttpProblem of(int status, String code, String detail, List<FieldError> errors) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withStatus(status)
                .withTitle(title(code))
                .withDetail(detail)
                .with("code", code);
        if (!errors.isEmpty()) {
            problem.with("errors", errors);
        }
        return problem.build();
    }

    public static HttpProblem of(Rejection rejection) {
        List<FieldError> errors = rejection.field().isEmpty()
                ? List.of()
                : List.of(new FieldError(rejection.field(), rejection.code(), rejection.detail()));
        return of(rejection.kind().status(), rejection.code(), rejection.detail(), errors);
    }

    /** A part of the suite is down: try again after a moment (CASES E10, E11). */
    public static HttpProblem unavailable() {
        return HttpProblem.builder()
                .withStatus(503)
                .withTitle(title("TEMPORARILY_UNAVAILABLE"))
                .withDetail("A part of the suite can't be reached right now. Nothing was lost; try again in a moment.")
                .with("code", "TEMPORARILY_UNAVAILABLE")
                .withHeader(HttpHeaders.RETRY_AFTER, 2)
                .build();
    }

    /** A body that is JSON but not what is asked for (422), or not JSON at all (400). */
    public static HttpProblem of(JsonProcessingException failure) {
        if (rejectionIn(failure) instanceof Rejection rejection) {
            String path = failure instanceof JsonMappingException mapping ? path(mapping) : "";
            return of(
                    rejection.kind().status(),
                    rejection.code(),
                    rejection.detail(),
                    List.of(new FieldError(path, rejection.code(), rejection.detail())));
        }
        if (failure instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException unknown) {
            return invalid(path(unknown), "UNKNOWN_FIELD", "There is no such field here.");
        }
        if (failure instanceof JsonMappingException mapping && !isSyntax(mapping)) {
            return invalid(path(mapping), "WRONG_VALUE", "The value has the wrong type or form.");
        }
        return of(400, "MALFORMED_BODY", "The body is not well-formed JSON.", List.of());
    }

    private static HttpProblem invalid(String path, String code, String detail) {
        return of(
                422,
                "INVALID_REQUEST",
                "The request has a field that can't be accepted: " + path + ".",
                List.of(new FieldError(path, code, detail)));
    }

    private static boolean isSyntax(JsonMappingException mapping) {
        return mapping.getCause() instanceof com.fasterxml.jackson.core.JacksonException cause
                && !(cause instanceof JsonMappingException);
    }

    private static @Nullable Rejection rejectionIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return rejection;
            }
        }
        return null;
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /** {@code BUDGET_EXHAUSTED} reads "Budget exhausted". */
    static String title(String code) {
        String words = code.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
