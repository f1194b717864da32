package org.kolsuite.campaign.campaign.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Marketing that runs beside the campaign, against which a lift is read: KOLs are no silver bullet.
 *
 * @param name what it is, for example "Double 11 shop discount"
 * @param channel where it runs, in the organisation's words
 */
public record OtherMarketing(
        String name,
        String channel,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn) {}
