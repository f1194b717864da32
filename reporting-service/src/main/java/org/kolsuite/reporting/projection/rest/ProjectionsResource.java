package org.kolsuite.reporting.projection.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.reporting.projection.RebuildProjections;
import org.kolsuite.reporting.projection.RebuildProjections.Rebuilt;

/** For administrators: proves that the projections follow from the facts, and makes them so. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/facts/projections")
@Tag(name = "Operations")
@RolesAllowed(Roles.ADMIN)
public class ProjectionsResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    RebuildProjections projections;

    /** @param hash over every row of the organisation's projections */
    public record HashAnswer(String hash) {}

    @GET
    @Path("/hash")
    public Uni<HashAnswer> hash() {
        return projections.hash(callers.member()).map(HashAnswer::new);
    }

    /** Wipes and rebuilds in one transaction; safe to repeat. */
    @POST
    @Path("/rebuild")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Rebuilt.class)))
    public Uni<Response> rebuild(@HeaderParam("Idempotency-Key") @Nullable String key) {
        var admin = callers.member();
        return idempotency.optional(
                admin,
                key,
                "POST /api/v1/facts/projections/rebuild",
                Map.of(),
                () -> projections.rebuild(admin).map(Reply::ok));
    }
}
