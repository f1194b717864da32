package org.kolsuite.registry.agency;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Agencies and who is on their rosters. */
@Path("/api/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agencies")
public class AgencyResource {
    private static final String PATH = "/api/v1/agencies";

    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    Agencies agencies;

    /** @param id the agency's in the identity provider, where it signs in itself; left out for a new one */
    public record AgencyRequest(
            @Nullable UUID id,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 60) String country,
            @Nullable @Size(max = 2000) String notes) {}

    /** What the organisation says about an agency; a part that is left out is emptied. */
    public record AgencyWords(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 60) String country,
            @Nullable @Size(max = 2000) String notes) {}

    public record AgencyAnswer(
            UUID id,
            long version,
            String name,
            @Nullable String country,
            @Nullable String notes) {
        static AgencyAnswer of(AgencyRow row) {
            return new AgencyAnswer(row.id, row.version, row.name, row.country, row.notes);
        }
    }

    public record AgencyList(List<AgencyAnswer> items) {}

    public record Roster(List<Agencies.RosterEntry> items) {}

    public record SignRequest(@NotNull UUID kolId) {}

    @GET
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<AgencyList> list() {
        return unitOfWork.as(
                callers.member(),
                () -> agencies.list()
                        .map(rows -> new AgencyList(
                                rows.stream().map(AgencyAnswer::of).toList())));
    }

    @POST
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = AgencyAnswer.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull AgencyRequest request) {
        Caller.Member caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH,
                request,
                () -> agencies.create(caller, request.id(), request.name(), request.country(), request.notes())
                        .map(row -> Reply.created(PATH + "/" + row.id, row.version, AgencyAnswer.of(row))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    @APIResponse(
            responseCode = "200",
            description = "The agency; its version is in the ETag.",
            content = @Content(schema = @Schema(implementation = AgencyAnswer.class)))
    public Uni<Response> show(@PathParam("id") UUID id) {
        return unitOfWork.as(callers.member(), () -> agencies.require(id).map(AgencyResource::versioned));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = AgencyAnswer.class)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AgencyWords words) {
        Caller caller = callers.member();
        return unitOfWork.as(
                caller,
                () -> agencies.change(caller, id, ifMatch, words.name(), words.country(), words.notes())
                        .map(AgencyResource::versioned));
    }

    @GET
    @Path("/{id}/roster")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<Roster> roster(@PathParam("id") UUID id) {
        return unitOfWork.as(
                callers.member(),
                () -> agencies.require(id).chain(() -> agencies.roster(id)).map(Roster::new));
    }

    /** From today on the agency speaks for the KOL. */
    @POST
    @Path("/{id}/roster")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "The roster.",
            content = @Content(schema = @Schema(implementation = Roster.class)))
    public Uni<Response> sign(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull SignRequest request) {
        Caller caller = callers.member();
        String path = PATH + "/" + id + "/roster";
        return idempotency.once(
                caller,
                key,
                "POST " + path,
                request,
                () -> agencies.sign(caller, id, request.kolId())
                        .chain(() -> agencies.roster(id))
                        .map(entries -> Reply.created(path, new Roster(entries))));
    }

    /** From today on the agency no longer speaks for the KOL. */
    @POST
    @Path("/{id}/roster/{kolId}/release")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "200",
            description = "The roster.",
            content = @Content(schema = @Schema(implementation = Roster.class)))
    public Uni<Response> release(
            @PathParam("id") UUID id,
            @PathParam("kolId") UUID kolId,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST " + PATH + "/" + id + "/roster/" + kolId + "/release",
                new SignRequest(kolId),
                () -> agencies.release(caller, id, kolId)
                        .chain(() -> agencies.roster(id))
                        .map(entries -> Reply.ok(new Roster(entries))));
    }

    private static Response versioned(AgencyRow row) {
        return Reply.ok(row.version, AgencyAnswer.of(row)).toResponse();
    }
}
