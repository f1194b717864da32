package org.kolsuite.campaign.collaboration.model;

import static org.kolsuite.campaign.collaboration.model.Party.BRAND;
import static org.kolsuite.campaign.collaboration.model.Party.KOL;
import static org.kolsuite.campaign.collaboration.model.Party.SYSTEM;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that can be done to a collaboration, and by whom. Where the KOL is listed the brand may do it too, on their
 * behalf and with a reason: an acceptance by chat message is still an acceptance.
 */
public enum Verb {
    /** The beginning of a gift collaboration. */
    SHORTLIST(BRAND),
    QUALIFY(BRAND),
    INVITE(BRAND),
    ACCEPT(KOL, BRAND),
    DECLINE(KOL, BRAND),
    WITHDRAW(BRAND),
    PREPARE_SHIPMENT(BRAND),
    SHIP(BRAND),
    CONFIRM_DELIVERY(KOL, BRAND),
    REPORT_LOST(BRAND),
    REPORT_RETURNED(BRAND),
    SUBMIT_POST(KOL, BRAND),
    RETAIN(BRAND),
    ESCALATE(BRAND),
    DROP(BRAND),
    EXPIRE(SYSTEM),
    ASSUME_DELIVERY(SYSTEM),
    REMIND(SYSTEM),
    GIVE_UP_ON_CONTENT(SYSTEM),
    MEASURE(SYSTEM),
    OFFER(BRAND),
    COUNTER(KOL, BRAND),
    ACCEPT_COUNTER(BRAND),
    SUBMIT_SCRIPT(KOL, BRAND),
    APPROVE_SCRIPT(BRAND),
    SUBMIT_DRAFT(KOL, BRAND),
    APPROVE_DRAFT(BRAND),
    REQUEST_REVISION(BRAND),
    SCHEDULE(BRAND),
    VERIFY(BRAND),
    COMPLETE(BRAND),
    CANCEL(BRAND),
    DISPUTE(KOL, BRAND),
    RESOLVE(BRAND),
    REPORT_REMOVED(BRAND),
    /** Beside the tracks: a refused fee was dealt with. */
    UNBLOCK_FEE(BRAND);

    private final Set<Party> parties;

    Verb(Party first, Party... others) {
        this.parties = EnumSet.of(first, others);
    }

    public boolean isFor(Party party) {
        return parties.contains(party);
    }

    /** Whether the brand does this in the KOL's name when it does it at all. */
    public boolean speaksForTheKol() {
        return parties.contains(KOL) && this != DISPUTE;
    }

    /** As it stands in an address: {@code submit-post}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
