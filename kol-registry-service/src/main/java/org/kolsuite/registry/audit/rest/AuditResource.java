package org.kolsuite.registry.audit.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.registry.audit.application.AuditAccounts;

/** Audience audits. */
@Path("/api/v1/kols/{id}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audits")
public class AuditResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    AuditAccounts auditAccounts;

    /** One audit per account. */
    public record Audits(List<AuditAccounts.AuditRecord> items) {}

    /** Audits every account of the KOL on the data there is now. */
    @POST
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "What came out, signal by signal.",
            content = @Content(schema = @Schema(implementation = Audits.class)))
    public Uni<Response> audit(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/kols/" + id + "/audit",
                Map.of(),
                () -> auditAccounts
                        .audit(caller, id)
                        .map(audits -> Reply.created("/api/v1/kols/" + id, new Audits(audits))));
    }
}
