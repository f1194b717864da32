package org.kolsuite.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.json.StorableText;

/** Says what is wrong with a JSON body: 422 with the field when it is JSON of the wrong form, 400 when it isn't JSON. */
final class BadBody {
    private BadBody() {}

    static Problem explain(JsonProcessingException failure) {
        if (failure instanceof InputCoercionException) {
            return Problem.of(422, "INVALID_REQUEST", "The request has a number that is out of range.");
        }
        if (!(failure instanceof JsonMappingException mapping) || isSyntax(mapping)) {
            return Problem.of(400, "MALFORMED_BODY", "The body is not well-formed JSON.");
        }
        String field = path(mapping);
        Optional<Rejection> rejection = rejectionBehind(failure);
        if (rejection.isPresent()) {
            return Problem.of(rejection.get(), field);
        }
        Problem invalid = Problem.of(422, "INVALID_REQUEST", "The request has a field that can't be accepted.");
        return mapping instanceof UnrecognizedPropertyException
                ? invalid.at(field, "UNKNOWN_FIELD", "There is no such field here.")
                : invalid.at(field, "WRONG_VALUE", "The value is missing, or has the wrong type or form.");
    }

    /** Bad syntax, doubled keys and bodies too deep surface inside a mapping failure as well. */
    private static boolean isSyntax(JsonMappingException mapping) {
        return mapping.getCause() instanceof JsonProcessingException cause
                && !(cause instanceof JsonMappingException)
                && !(cause instanceof InputCoercionException);
    }

    private static Optional<Rejection> rejectionBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return Optional.of(rejection);
            }
        }
        return Optional.empty();
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .limit(20)
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .map(StorableText::storable)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
