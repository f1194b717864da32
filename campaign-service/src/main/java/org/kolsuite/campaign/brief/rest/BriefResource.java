package org.kolsuite.campaign.brief.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.application.BriefView;
import org.kolsuite.campaign.brief.application.WriteBrief;
import org.kolsuite.campaign.brief.model.Brief;
import org.kolsuite.campaign.collaboration.model.RightsClause;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** Briefs: what the brand asks of a KOL. */
@Path("/api/v1/briefs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Briefs")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class BriefResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    WriteBrief briefs;

    /** @param dueLocal the deadline on a clock in the campaign's time zone */
    public record DeliverableRequest(
            @NotBlank @Size(max = 200) String format,
            @Min(1) @Max(1000) int quantity,
            @Nullable LocalDateTime dueLocal) {}

    /** What the brand would like to do with the content: named channels for a limited time. */
    public record RightsRequest(
            @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 50) String> channels,
            @NotNull @Size(min = 1, max = 250) List<@NotBlank @Pattern(regexp = "[A-Z]{2}|WORLD") String> territory,
            @Min(1) @Max(3650) int termDays,
            boolean paidAds,
            boolean exclusive) {
        public RightsClause toClause() {
            return new RightsClause(channels, territory, termDays, paidAds, exclusive);
        }
    }

    /**
     * @param retentionDays how long a paid post stays up; 30 when left out
     * @param places how many KOLs can take part; no limit when left out
     */
    public record BriefRequest(
            @NotNull UUID campaignId,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 4000) String keyMessage,
            @NotNull @Size(min = 1, max = 20) List<@Valid @NotNull DeliverableRequest> deliverables,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> dos,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> donts,
            @NotBlank @Size(max = 200) String disclosure,
            @Nullable @Size(max = 30) List<@NotBlank @Size(max = 100) String> hashtags,
            @Nullable @Size(max = 2000) String trackingTarget,
            @Nullable @Pattern(regexp = "[A-Z0-9]{2,12}") String promoCodePrefix,
            @Nullable @Valid RightsRequest rights,
            @Nullable Boolean scriptRequired,
            @Nullable @Min(1) @Max(3650) Integer retentionDays,
            @Nullable @Max(100_000) Integer places) {

        Brief as(UUID id) {
            return new Brief(
                    id,
                    campaignId,
                    title.strip(),
                    keyMessage,
                    deliverables.stream()
                            .map(each -> new Brief.Wanted(each.format(), each.quantity(), each.dueLocal()))
                            .toList(),
                    dos == null ? List.of() : dos,
                    donts == null ? List.of() : donts,
                    disclosure,
                    hashtags == null ? List.of() : hashtags,
                    trackingTarget,
                    promoCodePrefix,
                    rights == null ? null : rights.toClause(),
                    Boolean.TRUE.equals(scriptRequired),
                    retentionDays == null ? 30 : retentionDays,
                    places,
                    0,
                    null);
        }
    }

    @GET
    public Uni<Page<BriefView>> list(@QueryParam("campaignId") @Nullable UUID campaignId) {
        return briefs.list(callers.member(), campaignId);
    }

    @POST
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = BriefView.class)))
    public Uni<Response> write(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull BriefRequest request) {
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/briefs",
                request,
                () -> briefs.write(caller, request.campaignId(), request::as)
                        .map(view -> Reply.created("/api/v1/briefs/" + view.id(), view.version(), view)));
    }

    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BriefView.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return briefs.read(callers.member(), id).map(BriefResource::answer);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.BRAND_MANAGER)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BriefView.class)))
    public Uni<Response> rewrite(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull BriefRequest request) {
        return briefs.rewrite(callers.member(), id, ifMatch, before -> {
                    if (!before.campaignId().equals(request.campaignId())) {
                        throw new org.kolsuite.campaign.brief.model.BriefRefusals.BriefOfAnotherCampaign();
                    }
                    return request.as(id);
                })
                .map(BriefResource::answer);
    }

    private static Response answer(BriefView view) {
        return Reply.ok(view.version(), view).toResponse();
    }
}
