package org.kolsuite.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.inbox.Transient;

/** Turns what was thrown into {@link Problem} details; the policy stands in docs/http-status.md. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(Rejection rejection) {
        return Problem.of(rejection).toResponse();
    }

    // Named one by one, because REST's own mappers for these are more specific than one for their parent.
    @ServerExceptionMapper({
        UnrecognizedPropertyException.class,
        InvalidFormatException.class,
        ValueInstantiationException.class,
        MismatchedInputException.class,
        JsonProcessingException.class
    })
    Response badBody(JsonProcessingException failure) {
        return BadBody.explain(failure).toResponse();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure) {
        Problem problem = Problem.of(422, "INVALID_REQUEST", "The request has a field that can't be accepted.");
        var errors = failure.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(
                        withoutMethod(violation.getPropertyPath().toString()), "WRONG_VALUE", violation.getMessage()))
                .sorted(java.util.Comparator.comparing(Problem.FieldError::field))
                .toList();
        return new Problem(
                        problem.status(), problem.title(), problem.detail(), problem.code(), problem.values(), errors)
                .toResponse();
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    Response overtaken(RuntimeException failure) {
        return Problem.of(412, "STALE_VERSION", "Somebody else changed this at the same moment; read it again.")
                .toResponse();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(RuntimeException failure) {
        return Response.fromResponse(standard(401).toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return standard(403).toResponse();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return BadBody.explain(json).toResponse();
        }
        if (failure.getCause() instanceof Rejection rejection) {
            return Problem.of(rejection).toResponse();
        }
        if (failure.getCause() instanceof NumberFormatException) {
            // REST says that a page of "many" rows does not exist.
            return standard(400).toResponse();
        }
        Response given = failure.getResponse();
        if (given.getStatus() == 404 || given.getStatus() == 405) {
            ResteasyReactiveRequestContext request = CurrentRequestManager.get();
            Set<String> verbs = AllowedVerbs.of(request);
            if (!verbs.isEmpty() && !verbs.contains(request.getMethod())) {
                return Response.fromResponse(standard(405).toResponse())
                        .header(HttpHeaders.ALLOW, String.join(", ", verbs))
                        .build();
            }
        }
        Response.ResponseBuilder response =
                Response.fromResponse(standard(given.getStatus()).toResponse());
        given.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response.build();
    }

    /** Throwables, because the database driver's own are no exceptions ({@code NoStackTraceThrowable}). */
    @ServerExceptionMapper
    Response failed(Throwable failure) {
        if (isUnfinishedForm(failure)) {
            return Problem.of(400, "MALFORMED_BODY", "The form is not well-formed: it ends before its last boundary.")
                    .toResponse();
        }
        if (Transient.isTransient(failure)) {
            LOG.warnf("Answered 503: %s", failure.getMessage());
            return Response.fromResponse(standard(503).toResponse())
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .build();
        }
        LOG.error("Answered 500", failure);
        return standard(500).toResponse();
    }

    /** REST says so of every form that ends too early, also where the connection is as good as ever. */
    private static boolean isUnfinishedForm(Throwable failure) {
        return failure instanceof IOException
                && String.valueOf(failure.getMessage()).startsWith("Connection terminated")
                && String.valueOf(failure.getMessage()).contains("multipart");
    }

    private static Problem standard(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "BAD_REQUEST", "The request can't be understood.");
            case 401 -> Problem.of(401, "SIGN_IN_REQUIRED", "Sign in first, or send a valid access token.");
            case 403 -> Problem.of(403, "NOT_ALLOWED", "You may not do this.");
            case 404 -> Problem.of(404, "NOT_FOUND", "There is no such thing here.");
            case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "This address does not answer to that verb.");
            case 406 -> Problem.of(406, "NOT_ACCEPTABLE", "This address can't answer in the form you accept.");
            case 413 -> Problem.of(413, "BODY_TOO_LARGE", "The body is larger than allowed.");
            case 415 -> Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "This address does not read that media type.");
            case 500 -> Problem.of(500, "INTERNAL_ERROR", "Something went wrong on our side. The log has the details.");
            case 503 ->
                Problem.of(
                        503,
                        "TEMPORARILY_UNAVAILABLE",
                        "A part of the suite can't be reached right now. Nothing was lost; try again in a moment.");
            default -> Problem.of(status, "HTTP_" + status, "The request was not answered as asked.");
        };
    }

    /** Bean validation names the method and the parameter first: {@code create.request.name}. */
    private static String withoutMethod(String path) {
        String[] steps = path.split("\\.", 3);
        return steps.length == 3 ? steps[2] : path;
    }
}
