package org.kolsuite.reporting.directory;

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
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.inbox.Rebuild;
import org.kolsuite.platform.inbox.Rebuild.Rebuilt;

/** For administrators: makes reporting's copies of KOLs, campaigns and collaborations what their services say. */
@Path("/api/v1/operations/reporting/directory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@RolesAllowed(Roles.ADMIN)
public class DirectoryResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    Rebuild rebuild;

    @Inject
    KolDirectory kols;

    @Inject
    CampaignDirectory campaigns;

    @Inject
    CollaborationDirectory collaborations;

    /** What became of each copy. */
    public record Directories(Rebuilt kols, Rebuilt campaigns, Rebuilt collaborations) {}

    /** Reads the three state topics anew, in one transaction; results that follow from them are folded afterwards. Safe to repeat. */
    @POST
    @Path("/rebuild")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Directories.class)))
    public Uni<Response> rebuild(@HeaderParam("Idempotency-Key") @Nullable String key) {
        var admin = callers.member();
        return idempotency.optional(
                admin,
                key,
                "POST /api/v1/operations/reporting/directory/rebuild",
                Map.of(),
                () -> all(admin).map(Reply::ok));
    }

    private Uni<Directories> all(Caller.Member admin) {
        return rebuild.of(kols, admin)
                .chain(ofKols -> rebuild.of(campaigns, admin)
                        .chain(ofCampaigns -> rebuild.of(collaborations, admin)
                                .map(ofCollaborations -> new Directories(ofKols, ofCampaigns, ofCollaborations))));
    }
}
