package org.kolsuite.payment.payout.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.payout.application.ListOwnPayments;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.paging.Page;

/** What a KOL, or the MCN on whose roster they are, sees of its money. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/partner/v1/payouts")
@Tag(name = "Partner")
@RolesAllowed({Roles.KOL, Roles.AGENCY})
public class PartnerPayoutResource {
    @Inject
    CurrentCaller callers;

    @Inject
    ListOwnPayments ownPayments;

    /** Every payment made or expected, with its due date, why it waits, and the bank's reference once it is paid. */
    @GET
    @PermissionsAllowed(Roles.PAYOUTS_READ)
    public Uni<Page<ListOwnPayments.Payment>> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return ownPayments.list(callers.partner(), cursor, limit);
    }
}
