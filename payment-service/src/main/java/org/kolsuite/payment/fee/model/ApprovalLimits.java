package org.kolsuite.payment.fee.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kolsuite.contracts.money.Money;

/**
 * Up to which amount a role may approve. The organisation's own limits go first, by role and currency; for the rest a
 * default per role in major units of whatever currency.
 */
public record ApprovalLimits(List<Limit> ownLimits, Map<String, BigDecimal> defaultsInMajorUnits) {

    /** A limit that the organisation set. */
    public record Limit(String role, Money upTo) {}

    public ApprovalLimits {
        ownLimits = List.copyOf(ownLimits);
        defaultsInMajorUnits = Map.copyOf(defaultsInMajorUnits);
    }

    /** The highest limit among the roles; zero when none of them may approve. */
    public Money highestFor(Collection<String> roles, String currency) {
        return roles.stream()
                .flatMap(role -> limitOf(role, currency).stream())
                .max(Money::compareTo)
                .orElse(Money.zero(currency));
    }

    private Optional<Money> limitOf(String role, String currency) {
        return ownLimits.stream()
                .filter(limit ->
                        limit.role().equals(role) && limit.upTo().currency().equals(currency))
                .map(Limit::upTo)
                .findFirst()
                .or(() -> Optional.ofNullable(defaultsInMajorUnits.get(role))
                        .map(major -> Money.ofMajor(major, currency)));
    }
}
