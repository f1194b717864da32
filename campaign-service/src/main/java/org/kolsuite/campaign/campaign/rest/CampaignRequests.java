package org.kolsuite.campaign.campaign.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.application.PlanCampaign.Plan;
import org.kolsuite.campaign.campaign.model.Objective;
import org.kolsuite.campaign.campaign.model.OtherMarketing;
import org.kolsuite.contracts.money.Money;

/** What is asked of campaigns over HTTP. */
public final class CampaignRequests {
    private CampaignRequests() {}

    /** @param metric a formula's name, for example {@code CPE}; each kind has its own */
    public record ObjectiveRequest(
            @NotNull Objective.Kind kind,
            @NotBlank @Size(max = 50) String metric,
            @NotNull BigDecimal target) {}

    /** Marketing that runs beside the campaign. */
    public record OtherMarketingRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 100) String channel,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /**
     * @param timeZone for its dates and local deadlines; Asia/Shanghai when left out
     * @param budget needed for a new campaign; later it is changed by its own command, so a plan may leave it out
     */
    public record PlanRequest(
            @NotNull UUID brandId,
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,
            @Nullable @Size(max = 50) String timeZone,
            @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 50) String> platforms,
            @NotNull @Size(max = 200) List<@NotNull UUID> productIds,
            @NotNull @Size(max = 20) List<@Valid @NotNull ObjectiveRequest> objectives,
            @Nullable @Size(max = 50) List<@Valid @NotNull OtherMarketingRequest> runsBeside,
            @Nullable @Valid Money budget) {
        Plan toPlan() {
            return new Plan(
                    brandId,
                    name,
                    startsOn,
                    endsOn,
                    timeZone == null ? "Asia/Shanghai" : timeZone,
                    platforms,
                    productIds,
                    objectives.stream()
                            .map(each -> new Objective(each.kind(), each.metric(), each.target()))
                            .toList(),
                    runsBeside == null
                            ? List.of()
                            : runsBeside.stream()
                                    .map(each -> new OtherMarketing(
                                            each.name(), each.channel(), each.startsOn(), each.endsOn()))
                                    .toList());
        }
    }

    /** @param at when it was launched, for imported history; now when left out */
    public record LaunchRequest(@Nullable Instant at) {}

    public record BudgetRequest(
            @NotNull Money budget,
            @Nullable @Size(max = 1000) String reason) {}

    public record ReasonRequest(@Nullable @Size(max = 1000) String reason) {}
}
