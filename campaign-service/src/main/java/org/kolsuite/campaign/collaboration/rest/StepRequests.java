package org.kolsuite.campaign.collaboration.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.brief.rest.BriefResource.RightsRequest;
import org.kolsuite.campaign.collaboration.application.DeliveryAddress;
import org.kolsuite.campaign.collaboration.application.MakeOffer;
import org.kolsuite.campaign.collaboration.model.Checklist;
import org.kolsuite.campaign.collaboration.model.Terms;
import org.kolsuite.contracts.money.Money;

/**
 * What members ask of collaborations. Every command may say when it happened ({@code at}, for what is recorded later) and
 * why ({@code reason}; some rules demand it, and every step in the KOL's name does).
 */
public final class StepRequests {
    private StepRequests() {}

    /** What comes with a command: when it happened, for what is recorded later, and why. */
    interface Told {
        @Nullable
        Instant at();

        /** Null also where the command's content says why already. */
        default @Nullable String reason() {
            return null;
        }
    }

    /** A command without content of its own. */
    public record PlainRequest(
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at) implements Told {}

    public record CandidatesRequest(
            @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> accountIds,
            @Nullable @Size(max = 2000) String note,
            @Nullable Instant at) {}

    public record InviteRequest(
            @NotNull UUID briefId,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at) implements Told {}

    /** Where a gift goes; kept encrypted. */
    public record AddressRequest(
            @NotBlank @Size(max = 200) String recipient,
            @NotBlank @Size(max = 40) String phone,
            @NotBlank @Pattern(regexp = "[A-Z]{2}") String country,
            @NotBlank @Size(max = 100) String region,
            @NotBlank @Size(max = 100) String city,
            @NotBlank @Size(max = 300) String street,
            @Nullable @Size(max = 20) String postcode) {
        public DeliveryAddress toAddress() {
            return new DeliveryAddress(recipient, phone, country, region, city, street, postcode);
        }
    }

    /** @param address needed to accept a gift */
    public record AcceptRequest(
            @Nullable @Valid AddressRequest address,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at) implements Told {}

    public record PrepareShipmentRequest(
            @NotNull UUID productId,
            @NotNull Money shippingCost,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at)
            implements Told {}

    /** @param shippingCost what it really cost, when that is not what was planned */
    public record ShipRequest(
            @NotBlank @Size(max = 100) String carrier,
            @NotBlank @Size(max = 100) String trackingNumber,
            @Nullable Money shippingCost,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at)
            implements Told {}

    /** @param publishedAt when it went live; now when left out */
    public record PostRequest(
            @NotBlank @Size(max = 2000) @Pattern(regexp = "https?://[^\\s]+")
            String url,

            @Nullable Instant publishedAt,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at)
            implements Told {}

    /** A link to a script or draft, its words, or both. */
    public record HandInRequest(
            @Nullable @Size(max = 2000) @Pattern(regexp = "https?://[^\\s]+")
            String url,

            @Nullable @Size(max = 20_000) String text,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at)
            implements Told {}

    public record RevisionRequest(
            @NotBlank @Size(max = 4000) String comment,
            @Nullable Instant at) implements Told {}

    public record ScheduleRequest(
            @NotNull Instant publishAt, @Nullable Instant at) implements Told {}

    public record ShareRequest(
            @NotNull Terms.Step step, @Min(1) @Max(10_000) int weight) {}

    /**
     * @param milestones when the fee falls due, by weight; half signed and half verified when left out
     * @param rights instead of the brief's
     * @param retentionDays instead of the brief's
     */
    public record OfferRequest(
            @Nullable UUID accountId,
            @NotNull UUID briefId,
            @NotNull Money fee,
            @Nullable @Size(max = 5) List<@Valid @NotNull ShareRequest> milestones,
            @Nullable @Valid RightsRequest rights,
            @Nullable Integer retentionDays,
            @Nullable Instant publishBy,
            @Nullable UUID productId,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at)
            implements Told {
        MakeOffer.Proposal toProposal() {
            return new MakeOffer.Proposal(
                    briefId,
                    fee,
                    milestones == null
                            ? List.of()
                            : milestones.stream()
                                    .map(each -> new Terms.Share(each.step(), each.weight()))
                                    .toList(),
                    rights == null ? null : rights.toClause(),
                    retentionDays,
                    publishBy,
                    productId);
        }
    }

    /** Another fee or date for an offer on the table. */
    public record CounterRequest(
            @NotNull Money fee,
            @Nullable Instant publishBy,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at)
            implements Told {}

    /** What somebody saw when they looked at the post. */
    public record VerifyRequest(
            boolean live,
            boolean tagged,
            boolean adMark,
            boolean shoppingLink,
            boolean reported,
            @Nullable @Size(max = 1000) String reason,
            @Nullable Instant at)
            implements Told {
        Checklist toChecklist() {
            return new Checklist(live, tagged, adMark, shoppingLink, reported);
        }
    }

    public record PromoCodeRequest(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9_-]{2,40}")
            String promoCode) {}
}
