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
import java.time.LocalDate;
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
import org.kolsuite.registry.kol.application.ConfirmLink;
import org.kolsuite.registry.kol.persistence.AccountRow;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;
import org.kolsuite.registry.kol.rest.KolRequests.LinkRequest;

/** What a KOL, or the agency acting for KOLs, sees of the records about them: nothing of an organisation's own notes. */
@Path("/partner/v1/profile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partner: profile")
public class ProfileResource {
    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    Kols kols;

    @Inject
    ConfirmLink confirmLink;

    /** The records linked to the KOL, or of the KOLs on the agency's roster; each belongs to one organisation. */
    public record Profile(List<Entry> items) {}

    /** One record. */
    public record Entry(
            UUID kolId,
            UUID organisationId,
            String displayName,
            @Nullable String country,
            List<Account> accounts) {
        static Entry of(KolRow kol, List<AccountRow> accounts) {
            return new Entry(
                    kol.id,
                    kol.tenant,
                    kol.displayName,
                    kol.country,
                    accounts.stream()
                            .filter(account -> account.kolId.equals(kol.id))
                            .map(account -> new Account(
                                    account.id,
                                    account.platform,
                                    account.handle,
                                    account.displayName,
                                    account.url,
                                    account.followers,
                                    account.measuredOn))
                            .toList());
        }
    }

    /** One account. */
    public record Account(
            UUID id,
            String platform,
            String handle,
            String displayName,
            @Nullable String url,
            @Nullable Long followers,
            @Nullable LocalDate measuredOn) {}

    @GET
    @RolesAllowed({Roles.KOL, Roles.AGENCY})
    public Uni<Profile> show() {
        return unitOfWork.as(callers.partner(), () -> kols.visible().chain(this::profile));
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
                        .chain(linked -> kols.accountsOf(List.of(linked.id))
                                .map(accounts -> Reply.created("/partner/v1/profile", Entry.of(linked, accounts)))));
    }

    private Uni<Profile> profile(List<KolRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(new Profile(List.of()));
        }
        return kols.accountsOf(rows.stream().map(row -> row.id).toList())
                .map(accounts -> new Profile(
                        rows.stream().map(row -> Entry.of(row, accounts)).toList()));
    }
}
