package org.kolsuite.contracts.campaign;

import org.kolsuite.contracts.money.Money;

/**
 * A part of a fee and what makes it due.
 *
 * @param name unique within the agreement: {@code SIGNED}, {@code DRAFT_APPROVED}, {@code PUBLISHED}, {@code VERIFIED},
 *     {@code COMPLETED}
 */
public record Milestone(String name, Money amount) {}
