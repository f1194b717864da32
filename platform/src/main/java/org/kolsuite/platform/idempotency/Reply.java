package org.kolsuite.platform.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * An answer that can be stored and given again: status, location, version and body.
 *
 * @param version becomes the ETag; null when the thing has no version
 */
public record Reply(
        int status,
        @Nullable String location,
        @Nullable Long version,
        @Nullable Object body) {

    public static Reply created(String location, long version, Object body) {
        return new Reply(201, location, version, body);
    }

    public static Reply created(String location, Object body) {
        return new Reply(201, location, null, body);
    }

    public static Reply ok(long version, Object body) {
        return new Reply(200, null, version, body);
    }

    public static Reply ok(Object body) {
        return new Reply(200, null, null, body);
    }

    /** Long work has begun; the location says how far it is. */
    public static Reply accepted(String location, Object body) {
        return new Reply(202, location, null, body);
    }

    public static Reply noContent() {
        return new Reply(204, null, null, null);
    }

    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (version != null) {
            response.header(HttpHeaders.ETAG, "\"" + version + "\"");
        }
        if (body != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        return response.build();
    }
}
