package org.kolsuite.campaign.collaboration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.GIFT_TRACK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.NOON;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.PAID;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.PAID_TRACK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.PRODUCT;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.aGift;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.aPaid;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.cny;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.daysAgo;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.inDays;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A campaign closes when nothing is open, and the clock acts only where somebody is waited for. */
class EndsAndTimersTest {

    static Stream<GiftState> giftsAtAnEnd() {
        return Stream.of(
                new GiftState.RetainedFree(),
                new GiftState.Escalated(PAID),
                new GiftState.Dropped(),
                new GiftState.Declined(),
                new GiftState.InviteExpired(),
                new GiftState.Withdrawn(),
                new GiftState.LostInTransit(),
                new GiftState.Returned(),
                new GiftState.NoContent(daysAgo(40)));
    }

    static Stream<GiftState> giftsThatWaitForPeople() {
        return Stream.of(
                new GiftState.Candidate(),
                new GiftState.Qualified(),
                new GiftState.Accepted(),
                new GiftState.AwaitingShipment(PRODUCT, cny("88"), cny("12")),
                new GiftState.Published(daysAgo(1)),
                new GiftState.Measured(daysAgo(8), 7));
    }

    static Stream<GiftState> giftsThatTheClockMoves() {
        return Stream.of(
                new GiftState.Invited(inDays(3)),
                new GiftState.Shipped(daysAgo(11), inDays(3)),
                new GiftState.Delivered(NOON, false),
                new GiftState.ContentDue(daysAgo(1), false, 1));
    }

    static Stream<PaidState> paidAtAnEnd() {
        return Stream.of(
                new PaidState.Completed(daysAgo(9)),
                new PaidState.Declined(),
                new PaidState.OfferExpired(),
                new PaidState.Cancelled("AGREED", cny("0")),
                new PaidState.Removed(daysAgo(9)));
    }

    static Stream<PaidState> paidUnderWay() {
        return Stream.of(
                new PaidState.Agreed(),
                new PaidState.ScriptReview(),
                new PaidState.Revise(PaidState.Revise.Subject.DRAFT),
                new PaidState.DraftReview(null),
                new PaidState.Approved(),
                new PaidState.Scheduled(inDays(1)),
                new PaidState.Published(daysAgo(1)),
                new PaidState.Verified(daysAgo(2)),
                new PaidState.Measured(daysAgo(8), 7),
                new PaidState.Disputed(new PaidState.Approved()));
    }

    static Stream<PaidState> paidThatWaitsForAnAnswer() {
        return Stream.of(new PaidState.Offered(inDays(7)), new PaidState.Countered(inDays(7)));
    }

    @ParameterizedTest
    @MethodSource("giftsAtAnEnd")
    void aGiftAtAnEndKeepsNoCampaignOpenAndNobodyWaits(GiftState state) {
        assertThat(state.atAnEnd()).isTrue();
        assertThat(GIFT_TRACK.timer(aGift(state))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("giftsThatWaitForPeople")
    void aGiftThatWaitsForPeopleIsOpenAndNotMovedByTheClock(GiftState state) {
        assertThat(state.atAnEnd()).isFalse();
        assertThat(GIFT_TRACK.timer(aGift(state))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("giftsThatTheClockMoves")
    void aGiftThatSomebodyMayForgetIsOpenAndHasItsTime(GiftState state) {
        assertThat(state.atAnEnd()).isFalse();
        assertThat(GIFT_TRACK.timer(aGift(state)))
                .hasValueSatisfying(timer -> assertThat(timer.dueAt()).isBetween(NOON, NOON.plus(Duration.ofDays(7))));
    }

    @ParameterizedTest
    @MethodSource("paidAtAnEnd")
    void paidWorkAtAnEndKeepsNoCampaignOpen(PaidState state) {
        assertThat(state.atAnEnd()).isTrue();
        assertThat(PAID_TRACK.expiresAt(aPaid(state))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("paidUnderWay")
    void paidWorkUnderWayIsOpenAndDoesNotRunOut(PaidState state) {
        assertThat(state.atAnEnd()).isFalse();
        assertThat(PAID_TRACK.expiresAt(aPaid(state))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("paidThatWaitsForAnAnswer")
    void anOfferThatNobodyAnswersRunsOut(PaidState state) {
        assertThat(state.atAnEnd()).isFalse();
        assertThat(PAID_TRACK.expiresAt(aPaid(state))).contains(inDays(7));
    }
}
