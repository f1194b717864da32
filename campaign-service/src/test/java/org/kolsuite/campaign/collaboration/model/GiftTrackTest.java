package org.kolsuite.campaign.collaboration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.BRIEF;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.CLOCK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.GIFT_TRACK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.LILY;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.MEI;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.NOON;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.PAID;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.PRODUCT;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.RIGHTS;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.aGift;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.at;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.because;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.by;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.cny;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.daysAgo;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.inDays;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.whoMay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kolsuite.campaign.Refused;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.CommandNotAllowed;
import org.kolsuite.contracts.problem.Rejection;

class GiftTrackTest {
    /** One of each state. */
    private static final List<GiftState> STATES = List.of(
            new GiftState.Candidate(),
            new GiftState.Qualified(),
            new GiftState.Invited(inDays(7)),
            new GiftState.Accepted(),
            new GiftState.AwaitingShipment(PRODUCT, cny("80"), cny("12")),
            new GiftState.Shipped(daysAgo(3), inDays(11)),
            new GiftState.Delivered(daysAgo(0), false),
            new GiftState.ContentDue(daysAgo(2), false, 1),
            new GiftState.Published(daysAgo(1)),
            new GiftState.Measured(daysAgo(8), 7),
            new GiftState.RetainedFree(),
            new GiftState.Escalated(PAID),
            new GiftState.Dropped(),
            new GiftState.Declined(),
            new GiftState.InviteExpired(),
            new GiftState.LostInTransit(),
            new GiftState.Returned(),
            new GiftState.NoContent(daysAgo(31)),
            new GiftState.Withdrawn());

    /** One of each command. */
    private static final List<GiftCommand> COMMANDS = List.of(
            new GiftCommand.Qualify(82),
            new GiftCommand.Invite(BRIEF, RIGHTS, 0),
            new GiftCommand.Accept(true),
            new GiftCommand.Decline(),
            new GiftCommand.Withdraw(),
            new GiftCommand.PrepareShipment(PRODUCT, cny("80"), cny("12")),
            new GiftCommand.Ship("SF Express", "SF1", null),
            new GiftCommand.ConfirmDelivery(),
            new GiftCommand.ReportLost(),
            new GiftCommand.ReportReturned(),
            new GiftCommand.SubmitPost("https://xhs.example/1", NOON),
            new GiftCommand.Retain(),
            new GiftCommand.Escalate(PAID),
            new GiftCommand.Drop(),
            new GiftCommand.ExpireInvite(),
            new GiftCommand.AssumeDelivery(),
            new GiftCommand.Remind(),
            new GiftCommand.GiveUpOnContent(),
            new GiftCommand.Measure(21));

    /** Every arrow of the diagram, each for the state's sample above; a timer arrow is tried when its time has come. */
    private static final Map<String, String> ARROWS = Stream.of(
                    "CANDIDATE QUALIFY QUALIFIED",
                    "CANDIDATE WITHDRAW WITHDRAWN",
                    "QUALIFIED INVITE INVITED",
                    "QUALIFIED WITHDRAW WITHDRAWN",
                    "INVITED ACCEPT ACCEPTED",
                    "INVITED DECLINE DECLINED",
                    "INVITED WITHDRAW WITHDRAWN",
                    "INVITED EXPIRE INVITE_EXPIRED",
                    "ACCEPTED PREPARE_SHIPMENT AWAITING_SHIPMENT",
                    "ACCEPTED WITHDRAW WITHDRAWN",
                    "AWAITING_SHIPMENT SHIP SHIPPED",
                    "AWAITING_SHIPMENT WITHDRAW WITHDRAWN",
                    "SHIPPED CONFIRM_DELIVERY DELIVERED",
                    "SHIPPED REPORT_LOST LOST_IN_TRANSIT",
                    "SHIPPED REPORT_RETURNED RETURNED",
                    "SHIPPED ASSUME_DELIVERY DELIVERED",
                    "DELIVERED REMIND CONTENT_DUE",
                    "DELIVERED SUBMIT_POST PUBLISHED",
                    "CONTENT_DUE REMIND CONTENT_DUE",
                    "CONTENT_DUE GIVE_UP_ON_CONTENT NO_CONTENT",
                    "CONTENT_DUE SUBMIT_POST PUBLISHED",
                    "NO_CONTENT SUBMIT_POST PUBLISHED",
                    "LOST_IN_TRANSIT PREPARE_SHIPMENT AWAITING_SHIPMENT",
                    "RETURNED PREPARE_SHIPMENT AWAITING_SHIPMENT",
                    "PUBLISHED MEASURE MEASURED",
                    "MEASURED MEASURE MEASURED",
                    "MEASURED RETAIN RETAINED_FREE",
                    "MEASURED ESCALATE ESCALATED",
                    "MEASURED DROP DROPPED")
            .map(arrow -> arrow.split(" "))
            .collect(Collectors.toMap(words -> words[0] + " " + words[1], words -> words[2]));

    @Test
    void theSamplesAreComplete() {
        assertThat(STATES.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(GiftState.class.getPermittedSubclasses()));
        assertThat(COMMANDS.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(GiftCommand.class.getPermittedSubclasses()));
    }

    @TestFactory
    Stream<DynamicTest> everyStateTimesEveryCommand() {
        return STATES.stream()
                .flatMap(state -> COMMANDS.stream()
                        .map(command -> DynamicTest.dynamicTest(
                                state.title() + " " + command.verb(), () -> leadsWhereTheDiagramSays(state, command))));
    }

    private static void leadsWhereTheDiagramSays(GiftState state, GiftCommand command) {
        String target = ARROWS.get(state.title() + " " + command.verb());
        Moment moment = command.verb().isFor(Party.SYSTEM) && command.verb() != Verb.MEASURE
                ? at(inDays(60), CLOCK, null)
                : whoMay(command.verb());
        if (target == null) {
            assertThatThrownBy(() -> GIFT_TRACK.decide(aGift(state), command, moment))
                    .isInstanceOfSatisfying(CommandNotAllowed.class, rejection -> {
                        assertThat(rejection.code()).isEqualTo("COMMAND_NOT_ALLOWED");
                        assertThat(rejection.kind()).isEqualTo(Rejection.Kind.CONFLICT);
                    });
        } else {
            assertThat(GIFT_TRACK
                            .decide(aGift(state), command, moment)
                            .next()
                            .state()
                            .title())
                    .isEqualTo(target);
        }
    }

    @Test
    void preparingAShipmentReservesCostAndShipping() {
        // When
        Decision<Gift> decision = GIFT_TRACK.decide(
                aGift(new GiftState.Accepted()),
                new GiftCommand.PrepareShipment(PRODUCT, cny("80"), cny("12.50")),
                by(MEI));

        // Then
        assertThat(decision.effects()).containsExactly(new Effect.GiftReserved(cny("92.50")));
    }

    @Test
    void shippingSpendsWhatItReallyCost() {
        // When
        Decision<Gift> decision = GIFT_TRACK.decide(
                aGift(new GiftState.AwaitingShipment(PRODUCT, cny("80"), cny("12"))),
                new GiftCommand.Ship("SF Express", "SF123", cny("15")),
                by(MEI));

        // Then
        assertThat(decision.effects())
                .containsExactly(new Effect.GiftSpent(PRODUCT, cny("80"), cny("15"), "SF Express", "SF123", NOON));
    }

    @Test
    void withdrawingBeforeTheParcelLeavesReturnsMoneyAndPlace() {
        Decision<Gift> decision = GIFT_TRACK.decide(
                aGift(new GiftState.AwaitingShipment(PRODUCT, cny("80"), cny("12"))),
                new GiftCommand.Withdraw(),
                because(MEI, "product recalled"));
        assertThat(decision.effects()).containsExactly(new Effect.GiftReleased(), new Effect.PlaceReturned(BRIEF));
    }

    @Test
    void deliveryIsAssumedAfterFourteenDaysAndStaysMarked() {
        // Given
        Instant shippedAt = daysAgo(20);
        Gift shipped = aGift(new GiftState.Shipped(shippedAt, shippedAt.plus(Duration.ofDays(14))));

        // When
        Gift delivered = GIFT_TRACK
                .decide(shipped, new GiftCommand.AssumeDelivery(), by(CLOCK))
                .next();
        Gift due = GIFT_TRACK
                .decide(delivered, new GiftCommand.Remind(), by(CLOCK))
                .next();

        // Then
        assertThat(delivered.state()).isEqualTo(new GiftState.Delivered(shippedAt.plus(Duration.ofDays(14)), true));
        assertThat(due.state()).isEqualTo(new GiftState.ContentDue(shippedAt.plus(Duration.ofDays(14)), true, 1));
    }

    @Test
    void anAssumedDeliveryMayTurnOutToBeLost() {
        Gift lost = GIFT_TRACK
                .decide(aGift(new GiftState.ContentDue(daysAgo(2), true, 1)), new GiftCommand.ReportLost(), by(MEI))
                .next();
        assertThat(lost.state()).isEqualTo(new GiftState.LostInTransit());
    }

    @Test
    void remindersGoOutAfterADayAWeekAndTwelveDaysThenTheGiftCountsAsUnposted() {
        // Given
        Gift gift = aGift(new GiftState.Delivered(NOON, false));

        // When
        List<Duration> waits = new java.util.ArrayList<>();
        while (GIFT_TRACK.timer(gift).isPresent()) {
            GiftTrack.Timer timer = GIFT_TRACK.timer(gift).orElseThrow();
            waits.add(Duration.between(NOON, timer.dueAt()));
            gift = GIFT_TRACK
                    .decide(gift, timer.command(), at(timer.dueAt(), CLOCK, null))
                    .next();
        }

        // Then
        assertThat(waits)
                .containsExactly(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(12), Duration.ofDays(30));
        assertThat(gift.state()).isEqualTo(new GiftState.NoContent(NOON));
    }

    @Test
    void w11_aTimerBeforeItsTimeHasNoEffect() {
        assertThatThrownBy(() -> GIFT_TRACK.decide(
                        aGift(new GiftState.Invited(inDays(1))), new GiftCommand.ExpireInvite(), by(CLOCK)))
                .satisfies(Refused.with("TIMER_NOT_DUE"));
    }

    @Test
    void anInvitationCanNotBeAcceptedAfterItsTimeEvenWhenTheSweepIsLate() {
        assertThatThrownBy(() -> GIFT_TRACK.decide(
                        aGift(new GiftState.Invited(daysAgo(1))), new GiftCommand.Accept(true), by(LILY)))
                .satisfies(Refused.with("OFFER_HAS_EXPIRED"));
    }

    @Test
    void acceptingNeedsAnAddress() {
        assertThatThrownBy(() -> GIFT_TRACK.decide(
                        aGift(new GiftState.Invited(inDays(1))), new GiftCommand.Accept(false), by(LILY)))
                .satisfies(Refused.with("ADDRESS_MISSING"));
    }

    @Test
    void regiftingNeedsAReason() {
        // Given
        GiftCommand invite = new GiftCommand.Invite(BRIEF, null, 1);

        // When / Then
        assertThatThrownBy(() -> GIFT_TRACK.decide(aGift(new GiftState.Qualified()), invite, by(MEI)))
                .satisfies(Refused.with("REGIFT_NEEDS_REASON"));
        assertThat(GIFT_TRACK
                        .decide(aGift(new GiftState.Qualified()), invite, because(MEI, "was ill in October"))
                        .next()
                        .state())
                .isInstanceOf(GiftState.Invited.class);
    }

    @Test
    void whoFailedTheAuditIsQualifiedOnlyWithAReason() {
        GiftCommand qualify = new GiftCommand.Qualify(41);
        assertThatThrownBy(() -> GIFT_TRACK.decide(aGift(new GiftState.Candidate()), qualify, by(MEI)))
                .satisfies(Refused.with("AUDIT_NOT_PASSED"));
        assertThat(GIFT_TRACK
                        .decide(aGift(new GiftState.Candidate()), qualify, because(MEI, "met in person"))
                        .next()
                        .auditScore())
                .isEqualTo(41);
        assertThatThrownBy(() ->
                        GIFT_TRACK.decide(aGift(new GiftState.Candidate()), new GiftCommand.Qualify(null), by(MEI)))
                .satisfies(Refused.with("REASON_MISSING"));
    }

    @Test
    void whoReachesTheNeededAuditScoreIsQualifiedWithoutAReason() {
        assertThat(GIFT_TRACK
                        .decide(aGift(new GiftState.Candidate()), new GiftCommand.Qualify(60), by(MEI))
                        .next()
                        .auditScore())
                .isEqualTo(60);
        assertThatThrownBy(
                        () -> GIFT_TRACK.decide(aGift(new GiftState.Candidate()), new GiftCommand.Qualify(59), by(MEI)))
                .satisfies(Refused.with("AUDIT_NOT_PASSED"));
    }

    @Test
    void anInvitationNamesItsBriefAndRunsOutAfterAWeek() {
        Gift invited = GIFT_TRACK
                .decide(aGift(new GiftState.Qualified()), new GiftCommand.Invite(PRODUCT, RIGHTS, 0), by(MEI))
                .next();

        assertThat(invited.state()).isEqualTo(new GiftState.Invited(inDays(7)));
        assertThat(invited.identity().briefId()).isEqualTo(PRODUCT);
        assertThat(invited.identity().onBrief(BRIEF))
                .isEqualTo(aGift(invited.state()).identity());
    }

    @Test
    void aParcelThatLeftMayBeAssumedDeliveredAfterTwoWeeks() {
        Gift shipped = GIFT_TRACK
                .decide(
                        aGift(new GiftState.AwaitingShipment(PRODUCT, cny("80"), cny("12"))),
                        new GiftCommand.Ship("SF Express", "SF1", null),
                        by(MEI))
                .next();

        assertThat(shipped.state()).isEqualTo(new GiftState.Shipped(NOON, inDays(14)));
    }

    @Test
    void actingInTheKolsNameNeedsAReason() {
        Gift invited = aGift(new GiftState.Invited(inDays(1)));
        assertThatThrownBy(() -> GIFT_TRACK.decide(invited, new GiftCommand.Accept(true), by(MEI)))
                .satisfies(Refused.with("REASON_MISSING"));
        assertThat(GIFT_TRACK
                        .decide(invited, new GiftCommand.Accept(true), because(MEI, "said yes on WeChat"))
                        .next()
                        .state())
                .isInstanceOf(GiftState.Accepted.class);
    }

    @Test
    void aKolCanNotTakeTheBrandsStep() {
        assertThatThrownBy(() -> GIFT_TRACK.decide(
                        aGift(new GiftState.Accepted()),
                        new GiftCommand.PrepareShipment(PRODUCT, cny("80"), cny("12")),
                        by(LILY)))
                .satisfies(Refused.with("NOT_YOUR_STEP"));
    }

    @Test
    void publishingGrantsTheRightsOfTheAcceptedBriefFromThatDayInTheCampaignsZone() {
        // Given
        Instant lateInTheEvening = Instant.parse("2026-11-10T17:00:00Z");

        // When
        Decision<Gift> decision = GIFT_TRACK.decide(
                aGift(new GiftState.ContentDue(daysAgo(5), false, 1)),
                new GiftCommand.SubmitPost("https://xhs.example/1", lateInTheEvening),
                by(LILY));

        // Then
        assertThat(decision.effects())
                .contains(new Effect.RightsGranted(RIGHTS, LocalDate.of(2026, 11, 11), LocalDate.of(2027, 2, 8)));
    }

    @Test
    void w10_anOlderMeasuringNeverReplacesALaterOne() {
        assertThatThrownBy(() -> GIFT_TRACK.decide(
                        aGift(new GiftState.Measured(daysAgo(22), 21)), new GiftCommand.Measure(7), by(CLOCK)))
                .satisfies(Refused.with("ALREADY_MEASURED"));
    }

    @Test
    void aPostCanNotBeLiveTomorrow() {
        assertThatThrownBy(() -> GIFT_TRACK.decide(
                        aGift(new GiftState.Delivered(daysAgo(1), false)),
                        new GiftCommand.SubmitPost("https://xhs.example/1", inDays(1)),
                        by(LILY)))
                .satisfies(Refused.with("NOT_IN_THE_FUTURE"));
    }
}
