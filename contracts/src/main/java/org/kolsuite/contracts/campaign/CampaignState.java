package org.kolsuite.contracts.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kolsuite.contracts.event.State;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.money.Money;

/**
 * The present state of a campaign, as reports need it.
 *
 * @param status {@code DRAFT}, {@code RUNNING}, {@code CLOSED} or {@code CANCELLED}
 * @param startsOn first day, in the organisation's zone
 * @param endsOn last day, inclusive
 * @param products what the campaign is about, with the margin rates that turn revenue into contribution
 * @param objectives what it is to achieve; set before anything is spent
 */
public record CampaignState(
        UUID campaignId,
        long version,
        UUID brandId,
        String brandName,
        String name,
        String status,
        Money budget,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Product> products,
        List<Objective> objectives)
        implements State {

    /** @param marginRates dated; the one with the latest {@code from} on or before an order's day applies to it */
    public record Product(UUID productId, String name, List<MarginRate> marginRates) {}

    /** @param rate contribution per unit of net revenue, 0 to 1 */
    public record MarginRate(LocalDate from, BigDecimal rate) {}

    /**
     * @param kind {@code AWARENESS}, {@code ENGAGEMENT}, {@code TRAFFIC}, {@code SALES}, {@code POSITIONING} or {@code
     *     CONTENT}
     * @param metric the formula's name, for example {@code CPE} or {@code ROAS}
     * @param target in the metric's unit: minor units of the campaign's currency for costs, a plain number otherwise
     */
    public record Objective(String kind, String metric, BigDecimal target) {}

    @Override
    public UUID aggregateId() {
        return campaignId;
    }

    @Override
    public String topic() {
        return Topics.CAMPAIGN_STATE;
    }
}
