package org.kolsuite.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.kolsuite.contracts.problem.Rejection;
import org.kolsuite.platform.inbox.Transient;

/** Turns what was thrown into problem details; the policy stands in docs/http-status.md. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(Rejection rejection) {
        return Problems.of(rejection).toResponse();
    }

    @ServerExceptionMapper
    Response badBody(JsonProcessingException failure) {
        return Problems.of(failure).toResponse();
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    Response overtaken(Exception failure) {
        return Problems.of(
                        412,
                        "STALE_VERSION",
                        "Somebody else changed this at the same moment; read it again.",
                        List.of())
                .toResponse();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return Problems.of(json).toResponse();
        }
        if (failure.getCause() instanceof Rejection rejection) {
            return Problems.of(rejection).toResponse();
        }
        Response given = failure.getResponse();
        HttpProblem problem =
                Problems.of(given.getStatus(), codeOf(given.getStatus()), detailOf(given.getStatus()), List.of());
        Response.ResponseBuilder response = Response.fromResponse(problem.toResponse());
        given.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-type") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response.build();
    }

    @ServerExceptionMapper
    Response failed(RuntimeException failure) {
        if (Transient.isTransient(failure)) {
            LOG.warnf("Answered 503: %s", failure.getMessage());
            return Problems.unavailable().toResponse();
        }
        LOG.error("Answered 500", failure);
        return Problems.of(
                        500, "INTERNAL_ERROR", "Something went wrong on our side. The log has the details.", List.of())
                .toResponse();
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 400 -> "BAD_REQUEST";
            case 401 -> "SIGN_IN_REQUIRED";
            case 403 -> "NOT_ALLOWED";
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "BODY_TOO_LARGE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            case 503 -> "TEMPORARILY_UNAVAILABLE";
            default -> "HTTP_" + status;
        };
    }

    private static String detailOf(int status) {
        return switch (status) {
            case 400 -> "The request can't be understood.";
            case 401 -> "Sign in first, or send a valid access token.";
            case 403 -> "You may not do this.";
            case 404 -> "There is no such thing here.";
            case 405 -> "This address does not answer to that verb.";
            case 406 -> "This address can't answer in the form you accept.";
            case 413 -> "The body is larger than allowed.";
            case 415 -> "This address does not read that media type.";
            default -> "The request was not answered as asked.";
        };
    }
}
