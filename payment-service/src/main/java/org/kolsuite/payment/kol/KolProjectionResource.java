package org.kolsuite.payment.kol;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import org.kolsuite.platform.inbox.Rebuild;

/** For administrators: makes payment's copy of the registry's KOLs what the registry says. */
@Path("/api/v1/operations/payment/kols")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@RolesAllowed(Roles.ADMIN)
public class KolProjectionResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    Rebuild rebuild;

    @Inject
    KolProjection projection;

    /** Reads the registry's state topic anew, in one transaction; safe to repeat. */
    @POST
    @Path("/rebuild")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rebuild.Rebuilt.class)))
    public Uni<Response> rebuild(@HeaderParam("Idempotency-Key") @Nullable String key) {
        var admin = callers.member();
        return idempotency.optional(
                admin,
                key,
                "POST /api/v1/operations/payment/kols/rebuild",
                Map.of(),
                () -> rebuild.of(projection, admin).map(Reply::ok));
    }
}
