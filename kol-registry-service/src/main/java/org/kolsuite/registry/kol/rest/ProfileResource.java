package org.kolsuite.registry.kol.rest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.kolsuite.registry.kol.application.ConfirmLink;
import org.kolsuite.registry.kol.application.ShowProfile;
import org.kolsuite.registry.kol.application.ShowProfile.Entry;
import org.kolsuite.registry.kol.application.ShowProfile.Profile;
import org.kolsuite.registry.kol.rest.KolRequests.LinkRequest;

/** What a KOL, or the agency acting for KOLs, sees of the records about them: nothing of an organisation's own notes. */
@Path("/partner/v1/profile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partner: profile")
public class ProfileResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ShowProfile showProfile;

    @Inject
    ConfirmLink confirmLink;

    @GET
    @RolesAllowed({Roles.KOL, Roles.AGENCY})
    public Uni<Profile> show() {
        return showProfile.show(callers.partner());
    }

    /** Confirms: this record is me. From then on the sign-in sees what belongs to it, in every service. */
    @POST
    @Path("/links")
    @PermissionsAllowed(Roles.PROFILE_WRITE)
    @APIResponse(
            responseCode = "201",
            description = "Linked.",
            content = @Content(schema = @Schema(implementation = Entry.class)))
    public Uni<Response> link(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull LinkRequest request) {
        if (!(callers.partner() instanceof Caller.Kol kol)) {
            throw new ForbiddenException();
        }
        return idempotency.once(
                kol,
                key,
                "POST /partner/v1/profile/links",
                request,
                () -> confirmLink
                        .confirm(kol, request.token())
                        .map(entry -> Reply.created("/partner/v1/profile", entry)));
    }
}
