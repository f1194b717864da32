package org.kolsuite.platform.audit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.inbox.DeadLetters;
import org.kolsuite.platform.paging.Page;

/** What an administrator looks at in each service: the audit trail and the dead letters. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/operations/{service}")
@Tag(name = "Operations")
@RolesAllowed(Roles.ADMIN)
public class OperationsResource {
    @Inject
    CurrentCaller callers;

    @Inject
    AuditTrail trail;

    @Inject
    DeadLetters deadLetters;

    @Inject
    @ConfigProperty(name = "quarkus.application.name")
    String name;

    @GET
    @Path("/audit")
    public Uni<Page<AuditTrail.Entry>> audit(
            @PathParam("service") String service,
            @QueryParam("aggregateId") @Nullable UUID aggregateId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        requireThis(service);
        return trail.list(callers.member(), aggregateId, cursor, limit);
    }

    @GET
    @Path("/dead-letters")
    public Uni<List<DeadLetters.DeadLetter>> deadLetters(@PathParam("service") String service) {
        requireThis(service);
        return deadLetters.list(callers.member());
    }

    /** The dead letter whose message was handled. */
    public record Replayed(UUID replayed) {}

    /** Handles a parked message again; safe to repeat, because an event has its effect once. */
    @POST
    @Path("/dead-letters/{id}/replay")
    public Uni<Replayed> replay(
            @PathParam("service") String service,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        requireThis(service);
        return deadLetters.replay(callers.member(), id).map(done -> new Replayed(id));
    }

    /** @param reason why nobody will ever handle it */
    public record DiscardRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** The dead letter that is gone. */
    public record Discarded(UUID discarded) {}

    /** Removes a message that can never be handled; the audit trail keeps that it was there. */
    @POST
    @Path("/dead-letters/{id}/discard")
    public Uni<Discarded> discard(
            @PathParam("service") String service, @PathParam("id") UUID id, @Valid @NotNull DiscardRequest request) {
        requireThis(service);
        return deadLetters
                .discard(callers.member(), id, request.reason().strip())
                .map(done -> new Discarded(id));
    }

    private void requireThis(String service) {
        if (!service.equals(name)) {
            throw new jakarta.ws.rs.NotFoundException();
        }
    }
}
