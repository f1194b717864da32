package org.kolsuite.campaign.collaboration.application;

import org.jspecify.annotations.Nullable;

/** Where a gift goes. Kept encrypted, shown masked, and revealed to who ships it, which is audited. */
public record DeliveryAddress(
        String recipient,
        String phone,
        String country,
        String region,
        String city,
        String street,
        @Nullable String postcode) {}
