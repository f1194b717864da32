package org.kolsuite.registry.kol.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.kol.application.AddAccount;
import org.kolsuite.registry.kol.application.ChangeKol;
import org.kolsuite.registry.kol.application.CreateKol;
import org.kolsuite.registry.kol.application.EraseKol;
import org.kolsuite.registry.kol.application.InviteToLink;
import org.kolsuite.registry.kol.application.KolAnswer;
import org.kolsuite.registry.kol.application.ShowKol;
import org.kolsuite.registry.kol.rest.KolRequests.AccountRequest;
import org.kolsuite.registry.kol.rest.KolRequests.ChangeKolRequest;
import org.kolsuite.registry.kol.rest.KolRequests.CreateKolRequest;
import org.kolsuite.registry.kol.rest.KolRequests.EraseRequest;

/** KOL records of an organisation. */
@Path("/api/v1/kols")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KOLs")
public class KolResource {
    private static final String PATH = "/api/v1/kols";

    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    ShowKol showKol;

    @Inject
    CreateKol createKol;

    @Inject
    ChangeKol changeKol;

    @Inject
    AddAccount addAccount;

    @Inject
    InviteToLink inviteToLink;

    @Inject
    EraseKol eraseKol;

    @POST
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = KolAnswer.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull CreateKolRequest request) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH,
                request,
                () -> createKol
                        .create(caller, request.toCommand())
                        .chain(showKol::show)
                        .map(answer -> Reply.created(PATH + "/" + answer.id(), answer.version(), answer)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    @APIResponse(
            responseCode = "200",
            description = "Everything the organisation knows about the KOL.",
            content = @Content(schema = @Schema(implementation = KolAnswer.class)))
    public Uni<Response> show(@PathParam("id") UUID id) {
        return unitOfWork.as(callers.member(), () -> answer(id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = KolAnswer.class)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ChangeKolRequest request) {
        Caller caller = callers.member();
        return unitOfWork.as(
                caller,
                () -> changeKol.change(caller, id, ifMatch, request.toCommand()).chain(() -> answer(id)));
    }

    @POST
    @Path("/{id}/accounts")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "The KOL with the new account.",
            content = @Content(schema = @Schema(implementation = KolAnswer.class)))
    public Uni<Response> addAccount(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull AccountRequest request) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH + "/" + id + "/accounts",
                request,
                () -> addAccount
                        .add(caller, id, request.toCommand())
                        .chain(account -> showKol.show(id))
                        .map(answer -> Reply.created(PATH + "/" + id, answer.version(), answer)));
    }

    /** Makes a token that the organisation hands to the KOL, who confirms with it: this record is me. */
    @POST
    @Path("/{id}/link-invitations")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "The token; it is told only now.",
            content = @Content(schema = @Schema(implementation = InviteToLink.Invitation.class)))
    public Uni<Response> inviteToLink(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH + "/" + id + "/link-invitations",
                Map.of(),
                () -> inviteToLink.invite(caller, id).map(invitation -> Reply.created(PATH + "/" + id, invitation)));
    }

    /** Everything that is stored about the person, as a file to hand over (PIPL art. 45). */
    @GET
    @Path("/{id}/export")
    @RolesAllowed(Roles.ADMIN)
    @APIResponse(
            responseCode = "200",
            description = "Everything that is stored about the person.",
            content = @Content(schema = @Schema(implementation = KolAnswer.class)))
    public Uni<Response> export(@PathParam("id") UUID id) {
        return unitOfWork.as(
                callers.member(),
                () -> showKol.show(id)
                        .map(answer -> Response.ok(answer)
                                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kol-" + id + ".json\"")
                                .build()));
    }

    /** Erases the personal data for good (PIPL art. 47). */
    @POST
    @Path("/{id}/erase")
    @RolesAllowed(Roles.ADMIN)
    @APIResponse(
            responseCode = "200",
            description = "What remains.",
            content = @Content(schema = @Schema(implementation = KolAnswer.class)))
    public Uni<Response> erase(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull EraseRequest request) {
        Caller caller = callers.member();
        long version = IfMatch.version(ifMatch);
        return idempotency.once(
                caller,
                key,
                "POST " + PATH + "/" + id + "/erase",
                request,
                () -> eraseKol.erase(caller, id, version, request.reason())
                        .chain(() -> showKol.show(id))
                        .map(answer -> Reply.ok(answer.version(), answer)));
    }

    private Uni<Response> answer(UUID id) {
        return showKol.show(id).map(answer -> Reply.ok(answer.version(), answer).toResponse());
    }
}
