package org.kolsuite.campaign.escalation.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.escalation.application.EditRules;
import org.kolsuite.campaign.escalation.model.Condition;
import org.kolsuite.campaign.escalation.model.EscalationRule;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** When the suite proposes to turn a gift into a paid brief. */
@Path("/api/v1/escalation-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escalation")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class EscalationRuleResource {
    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    EditRules rules;

    /**
     * @param threshold minor units for ATTRIBUTED_GMV and CPE (where less is better), 0 to 1 for VIRAL_RATE, 0 to 100
     *     for AUDIT_SCORE, else a count
     * @param viralFrom engagements that make a post viral; only for VIRAL_RATE
     */
    public record ConditionRequest(
            @NotNull Condition.Metric metric,
            @NotNull BigDecimal threshold,
            @Nullable Integer viralFrom) {}

    /** @param needed how many of the conditions must hold */
    public record RuleRequest(
            @NotBlank @Size(max = 200) String name,
            boolean active,
            @Min(1) int needed,
            @NotNull @Size(min = 1, max = 20) List<@Valid @NotNull ConditionRequest> conditions) {
        EscalationRule as(UUID id, long version) {
            return new EscalationRule(
                    id,
                    version,
                    name.strip(),
                    active,
                    needed,
                    conditions.stream()
                            .map(each -> new Condition(each.metric(), each.threshold(), each.viralFrom()))
                            .toList());
        }
    }

    @GET
    public Uni<Page<EscalationRule>> list() {
        return rules.list(callers.member());
    }

    @POST
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EscalationRule.class)))
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull RuleRequest request) {
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/escalation-rules",
                request,
                () -> rules.add(caller, id -> request.as(id, 0))
                        .map(rule -> Reply.created("/api/v1/escalation-rules/" + rule.id(), rule.version(), rule)));
    }

    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EscalationRule.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return rules.read(callers.member(), id).map(EscalationRuleResource::answer);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EscalationRule.class)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RuleRequest request) {
        return rules.change(callers.member(), id, ifMatch, request.as(id, 0)).map(EscalationRuleResource::answer);
    }

    private static Response answer(EscalationRule rule) {
        return Reply.ok(rule.version(), rule).toResponse();
    }
}
