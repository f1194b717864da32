package org.kolsuite.registry.consent;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import org.kolsuite.registry.kol.persistence.Kols;

/** Purposes for which a KOL's personal data may be used. */
@Path("/api/v1/kols/{kolId}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consent")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
public class ConsentResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    Kols kols;

    @Inject
    Consents consents;

    /** @param givenAt now when left out */
    public record ConsentRequest(
            @NotBlank @Size(max = 200) String purpose,
            @NotNull Consents.Basis basis,
            @Nullable @Size(max = 500) String evidence,
            @Nullable @PastOrPresent Instant givenAt) {}

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = Consents.Consent.class)))
    public Uni<Response> record(
            @PathParam("kolId") UUID kolId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull ConsentRequest request) {
        Caller caller = callers.member();
        String path = "/api/v1/kols/" + kolId + "/consents";
        return idempotency.once(
                caller,
                key,
                "POST " + path,
                request,
                () -> kols.require(kolId)
                        .chain(() -> consents.record(
                                caller,
                                kolId,
                                request.purpose(),
                                request.basis(),
                                request.evidence(),
                                request.givenAt()))
                        .map(consent -> Reply.created(path, consent)));
    }

    @POST
    @Path("/{id}/withdraw")
    @APIResponse(responseCode = "204", description = "Withdrawn.")
    public Uni<Response> withdraw(
            @PathParam("kolId") UUID kolId,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/kols/" + kolId + "/consents/" + id + "/withdraw",
                Map.of(),
                () -> kols.require(kolId)
                        .chain(() -> consents.withdraw(caller, kolId, id))
                        .map(done -> Reply.noContent()));
    }
}
