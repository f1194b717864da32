package org.kolsuite.campaign.collaboration.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.collaboration.model.GiftState;
import org.kolsuite.campaign.collaboration.model.PaidState;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.json.StrictJson;

class StateJsonTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00.123456Z");
    private static final Money FEE = Money.ofMinor(123_456, "CNY");

    private static final List<GiftState> GIFT = List.of(
            new GiftState.Candidate(),
            new GiftState.Qualified(),
            new GiftState.Invited(NOON),
            new GiftState.Accepted(),
            new GiftState.AwaitingShipment(new UUID(1, 2), FEE, Money.zero("CNY")),
            new GiftState.Shipped(NOON, NOON),
            new GiftState.Delivered(NOON, true),
            new GiftState.ContentDue(NOON, true, 2),
            new GiftState.Published(NOON),
            new GiftState.Measured(NOON, 21),
            new GiftState.RetainedFree(),
            new GiftState.Escalated(new UUID(3, 4)),
            new GiftState.Dropped(),
            new GiftState.Declined(),
            new GiftState.InviteExpired(),
            new GiftState.LostInTransit(),
            new GiftState.Returned(),
            new GiftState.NoContent(NOON),
            new GiftState.Withdrawn());

    private static final List<PaidState> PAID = List.of(
            new PaidState.Offered(NOON),
            new PaidState.Countered(NOON),
            new PaidState.Agreed(),
            new PaidState.ScriptReview(),
            new PaidState.Revise(PaidState.Revise.Subject.DRAFT),
            new PaidState.DraftReview(null),
            new PaidState.Approved(),
            new PaidState.Scheduled(NOON),
            new PaidState.Published(NOON),
            new PaidState.Verified(NOON),
            new PaidState.Measured(NOON, 7),
            new PaidState.Completed(NOON),
            new PaidState.Declined(),
            new PaidState.OfferExpired(),
            new PaidState.Cancelled("DRAFT_REVIEW", FEE),
            new PaidState.Disputed(new PaidState.Revise(PaidState.Revise.Subject.SCRIPT)),
            new PaidState.Removed(NOON));

    private final StateJson json = new StateJson(new StoredJson(mapper()));

    @Test
    void everyStateIsReadBackAsItWasWritten() {
        assertThat(GIFT.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(GiftState.class.getPermittedSubclasses()));
        assertThat(PAID.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(PaidState.class.getPermittedSubclasses()));
        assertThat(GIFT)
                .allSatisfy(state -> assertThat(json.read(json.write(state), GiftState.class))
                        .isEqualTo(state));
        assertThat(PAID)
                .allSatisfy(state -> assertThat(json.read(json.write(state), PaidState.class))
                        .isEqualTo(state));
    }

    @Test
    void aStateIsStoredUnderTheNameThatEverybodySees() {
        assertThat(json.write(new GiftState.ContentDue(NOON, false, 1))).contains("\"state\":\"CONTENT_DUE\"");
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }
}
