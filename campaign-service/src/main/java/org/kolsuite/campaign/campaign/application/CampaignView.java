package org.kolsuite.campaign.campaign.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.campaign.model.Campaign;
import org.kolsuite.campaign.campaign.model.Objective;
import org.kolsuite.campaign.campaign.model.OtherMarketing;
import org.kolsuite.contracts.money.Money;

/**
 * A campaign as a member of its organisation sees it.
 *
 * @param actions what may be done with it now, as in the address: {@code launch}
 * @param open collaborations that are not at an end
 */
public record CampaignView(
        UUID id,
        long version,
        UUID brandId,
        String brandName,
        String name,
        Campaign.Status status,
        LocalDate startsOn,
        LocalDate endsOn,
        String timeZone,
        List<String> platforms,
        List<ProductName> products,
        List<Objective> objectives,
        List<OtherMarketing> runsBeside,
        Money budget,
        Money reserved,
        Money spent,
        Money unplanned,
        Money available,
        long collaborations,
        long open,
        List<String> actions,
        Instant createdAt,
        @Nullable Instant launchedAt) {

    /** A product by name. */
    public record ProductName(UUID id, String name) {}

    static List<String> actionsIn(Campaign.Status status) {
        return switch (status) {
            case DRAFT -> List.of("launch", "budget", "candidates", "cancel");
            case RUNNING -> List.of("budget", "candidates", "offers", "close", "cancel");
            case CLOSED, CANCELLED -> List.of();
        };
    }
}
