package org.kolsuite.payment.fee.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.application.ListFees;
import org.kolsuite.payment.fee.application.SetApprovalLimits;
import org.kolsuite.payment.fee.model.ApprovalLimits;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.request.Required;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.paging.Page;

/** What waits for a request or an approval, and who may approve how much. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/approvals")
@Tag(name = "Approvals")
@RolesAllowed({Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class ApprovalResource {
    private static final Set<String> APPROVERS = Set.of(Roles.FINANCE, Roles.ADMIN);

    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    ListFees listFees;

    @Inject
    SetApprovalLimits approvalLimits;

    /** @param role {@code finance} or {@code admin} */
    public record LimitRequest(String role, Money upTo) {}

    /** A limit of one role. */
    public record Limit(String role, Money upTo) {}

    /** @param defaults in major units of any currency, where the organisation set nothing */
    public record Limits(List<Limit> own, Map<String, BigDecimal> defaults) {
        static Limits of(ApprovalLimits limits) {
            return new Limits(
                    limits.ownLimits().stream()
                            .map(limit -> new Limit(limit.role(), limit.upTo()))
                            .toList(),
                    limits.defaultsInMajorUnits());
        }
    }

    /** The queue: {@code DUE} waits for a request, {@code REQUESTED} for an approval, {@code REJECTED} and {@code RETURNED} for a person. */
    @GET
    public Uni<Page<ListFees.Waiting>> queue(
            @QueryParam("state") @DefaultValue("REQUESTED") String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return listFees.queue(callers.member(), state, cursor, limit);
    }

    @GET
    @Path("/limits")
    public Uni<Limits> limits() {
        return approvalLimits.read(callers.member()).map(Limits::of);
    }

    @POST
    @Path("/limits")
    @RolesAllowed(Roles.ADMIN)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Limits.class)))
    public Uni<Response> setLimit(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable LimitRequest body) {
        LimitRequest request = Required.body(body);
        String role = Required.text("role", request.role(), 40);
        Money upTo = Required.field("upTo", request.upTo());
        if (!APPROVERS.contains(role)) {
            throw new FeeRejection.RoleApprovesNothing(role);
        }
        if (upTo.isNegative()) {
            throw new FeeRejection.LimitBelowZero(upTo);
        }
        var caller = callers.member();
        return idempotency.once(
                caller,
                key,
                "POST /api/v1/approvals/limits",
                request,
                () -> approvalLimits.set(caller, role, upTo).map(limits -> Reply.ok(Limits.of(limits))));
    }
}
