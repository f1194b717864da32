package org.kolsuite.campaign.catalogue;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What remains of a unit of net revenue from a day on; the latest one on or before an order's day applies to it.
 *
 * @param rate 0 to 1
 */
public record MarginRate(
        @NotNull LocalDate from,
        @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal rate) {}
