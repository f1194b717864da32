package org.kolsuite.registry.ratecard;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.kol.persistence.Kols;

/** Prices of an account, with their history. */
@Path("/api/v1/kols/{kolId}/accounts/{accountId}/rate-cards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rate cards")
public class RateCardResource {
    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    Kols kols;

    @Inject
    RateCards rateCards;

    /** @param month {@code 2026-11}: the month the price is for */
    public record PriceRequest(
            @NotBlank @Size(max = 60) String format,

            @NotNull YearMonth month,

            @NotNull Money price,

            @Nullable @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 5)
            BigDecimal platformFeeRate,

            @Nullable @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 5)
            BigDecimal rebateRate,

            @Nullable @Size(max = 200) String source) {

        /** @throws PriceNegative when the price is below zero */
        RateCards.NewPrice toPrice() {
            if (price.isNegative()) {
                throw new PriceNegative();
            }
            return new RateCards.NewPrice(format, month, price, platformFeeRate, rebateRate, source);
        }
    }

    /** Every price of the account, superseded ones too. */
    public record Prices(List<RateCards.Price> items) {}

    @GET
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<Prices> list(@PathParam("kolId") UUID kolId, @PathParam("accountId") UUID accountId) {
        return unitOfWork.as(
                callers.member(),
                () -> kols.requireAccount(kolId, accountId)
                        .chain(() -> rateCards.of(List.of(accountId)))
                        .map(Prices::new));
    }

    @POST
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.ADMIN})
    @APIResponse(
            responseCode = "201",
            description = "The price is recorded; an earlier one for the same format and month stays in the history.",
            content = @Content(schema = @Schema(implementation = RateCards.Price.class)))
    public Uni<Response> record(
            @PathParam("kolId") UUID kolId,
            @PathParam("accountId") UUID accountId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull PriceRequest request) {
        Caller caller = callers.member();
        String path = "/api/v1/kols/" + kolId + "/accounts/" + accountId + "/rate-cards";
        return idempotency.once(
                caller,
                key,
                "POST " + path,
                request,
                () -> kols.requireAccount(kolId, accountId)
                        .chain(() -> rateCards.record(caller, accountId, request.toPrice()))
                        .map(price -> Reply.created(path, price)));
    }
}
