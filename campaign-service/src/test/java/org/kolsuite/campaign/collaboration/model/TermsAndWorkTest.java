package org.kolsuite.campaign.collaboration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.BRIEF;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.CLOCK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.GIFT_TRACK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.LILY;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.MEI;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.NOON;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.PAID_TRACK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.aGift;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.aPaid;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.at;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.because;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.by;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.cny;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.daysAgo;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.inDays;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.someone;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.campaign.Refused;
import org.kolsuite.campaign.collaboration.model.Collaboration.Gift;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;

/** What is offered, what of it falls due when, and how the work on it is counted. */
class TermsAndWorkTest {
    private static final HandedIn DRAFT = new HandedIn("https://docs.example/draft", null);

    @Test
    void aFirstOfferWaitsSevenDaysForItsAnswer() {
        Paid offered = PAID_TRACK.begin(someone(), terms("10000.00"), by(MEI));

        assertThat(offered.state()).isEqualTo(new PaidState.Offered(inDays(7)));
        assertThat(offered.work()).isEqualTo(Work.NONE);
        assertThat(offered.track()).isEqualTo(Collaboration.Track.PAID);
    }

    @Test
    void aCandidateBeginsTheGiftTrack() {
        Gift candidate = GiftTrack.begin(someone());

        assertThat(candidate.state()).isEqualTo(new GiftState.Candidate());
        assertThat(candidate.track()).isEqualTo(Collaboration.Track.GIFT);
    }

    @Test
    void publishingIsPlannedForNowOrLater() {
        Terms tooLate = publishedBy(NOON.minusMillis(1));
        PaidCommand.Counter counter = new PaidCommand.Counter(cny("12000"), daysAgo(1));

        assertThat(PAID_TRACK
                        .begin(someone(), publishedBy(NOON), by(MEI))
                        .terms()
                        .publishBy())
                .isEqualTo(NOON);
        assertThatThrownBy(() -> PAID_TRACK.begin(someone(), tooLate, by(MEI)))
                .satisfies(Refused.with("NOT_IN_THE_PAST"));
        assertThatThrownBy(() -> PAID_TRACK.decide(aPaid(new PaidState.Offered(inDays(1))), counter, by(LILY)))
                .satisfies(Refused.with("NOT_IN_THE_PAST"));
        assertThatThrownBy(() -> PAID_TRACK.decide(
                        aPaid(new PaidState.Approved()), new PaidCommand.Schedule(daysAgo(1)), by(MEI)))
                .satisfies(Refused.with("NOT_IN_THE_PAST"));
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 365})
    void aPostStaysUpForAMonthToAYear(int days) {
        Paid offered = PAID_TRACK.begin(someone(), upFor(days, terms("10000").shares()), by(MEI));

        assertThat(offered.terms().retentionDays()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 29, 366})
    void aRetentionOutsideOfThatIsRefused(int days) {
        assertThatThrownBy(() ->
                        PAID_TRACK.begin(someone(), upFor(days, terms("10000").shares()), by(MEI)))
                .satisfies(Refused.with("RETENTION_OUT_OF_RANGE"));
    }

    @Test
    void anOfferThatRanOutIsNeitherCounteredNorRepeated() {
        Paid offered = aPaid(new PaidState.Offered(NOON));
        Paid countered = aPaid(new PaidState.Countered(NOON));

        assertThatThrownBy(() -> PAID_TRACK.decide(offered, new PaidCommand.Counter(cny("12000"), null), by(LILY)))
                .satisfies(Refused.with("OFFER_HAS_EXPIRED"));
        assertThatThrownBy(() -> PAID_TRACK.decide(countered, new PaidCommand.Offer(cny("12000"), null), by(MEI)))
                .satisfies(Refused.with("OFFER_HAS_EXPIRED"));
    }

    @Test
    void theClockEndsAnOfferWhenItsTimeHasComeAndNotBefore() {
        Paid offered = aPaid(new PaidState.Offered(NOON));
        Moment early = at(NOON.minusMillis(1), CLOCK, null);

        assertThat(PAID_TRACK
                        .decide(offered, new PaidCommand.ExpireOffer(), by(CLOCK))
                        .next()
                        .state())
                .isEqualTo(new PaidState.OfferExpired());
        assertThatThrownBy(() -> PAID_TRACK.decide(offered, new PaidCommand.ExpireOffer(), early))
                .satisfies(Refused.with("TIMER_NOT_DUE"));
    }

    @Test
    void whatIsDueUpToAStepIsTheSharesUpToIt() {
        Terms terms = terms("10000.00");

        assertThat(terms.dueUpTo(Terms.Step.SIGNED)).isEqualTo(cny("5000.00"));
        assertThat(terms.dueUpTo(Terms.Step.PUBLISHED)).isEqualTo(cny("5000.00"));
        assertThat(terms.dueUpTo(Terms.Step.VERIFIED)).isEqualTo(cny("10000.00"));
        assertThat(terms.hasShareAt(Terms.Step.SIGNED)).isTrue();
        assertThat(terms.hasShareAt(Terms.Step.PUBLISHED)).isFalse();
    }

    @Test
    void sharesNameEachStepOnceAndWeighSomething() {
        Terms.Share signed = new Terms.Share(Terms.Step.SIGNED, 1);

        for (List<Terms.Share> wrong : List.of(
                List.<Terms.Share>of(), List.of(signed, signed), List.of(new Terms.Share(Terms.Step.SIGNED, 0)))) {
            assertThatThrownBy(() -> upFor(30, wrong)).satisfies(Refused.with("MILESTONES_DO_NOT_FIT"));
        }
        assertThat(upFor(30, List.of(signed)).milestones()).hasSize(1);
    }

    @Test
    void everyHandingInAndSendingBackIsCounted() {
        Paid scripted = PAID_TRACK
                .decide(aPaid(new PaidState.Agreed()), new PaidCommand.SubmitScript(DRAFT), by(LILY))
                .next();
        Paid drafted = PAID_TRACK
                .decide(scripted.in(new PaidState.DraftReview(null)), new PaidCommand.SubmitDraft(DRAFT), by(LILY))
                .next();
        Paid sentBack = PAID_TRACK
                .decide(drafted, new PaidCommand.RequestRevision("less text"), by(MEI))
                .next();

        assertThat(scripted.work()).isEqualTo(new Work(1, 0, 0, 0));
        assertThat(drafted.work()).isEqualTo(new Work(1, 1, 0, 0));
        assertThat(sentBack.work()).isEqualTo(new Work(1, 1, 1, 0));
        assertThat(sentBack.state()).isEqualTo(new PaidState.Revise(PaidState.Revise.Subject.DRAFT));
    }

    @Test
    void theBrandSeesWhatWasHandedInAndWhetherItWasLate() {
        Instant promised = NOON.plusSeconds(1);
        Paid drafting =
                new Paid(someone(), publishedBy(promised), new Work(1, 0, 0, 0), new PaidState.DraftReview(null));
        Moment afterwards = at(promised.plusSeconds(1), LILY, null);

        assertThat(PAID_TRACK
                        .decide(drafting, new PaidCommand.SubmitDraft(DRAFT), by(LILY))
                        .effects())
                .containsExactly(new Effect.ContentHandedIn(Effect.Kind.DRAFT, DRAFT.url(), null, NOON, false));
        assertThat(PAID_TRACK
                        .decide(drafting, new PaidCommand.SubmitDraft(DRAFT), afterwards)
                        .effects())
                .containsExactly(
                        new Effect.ContentHandedIn(Effect.Kind.DRAFT, DRAFT.url(), null, afterwards.at(), true));
    }

    @Test
    void aJudgementIsToldWithItsComment() {
        assertThat(PAID_TRACK
                        .decide(
                                aPaid(new PaidState.ScriptReview()),
                                new PaidCommand.RequestRevision("shorter"),
                                by(MEI))
                        .effects())
                .containsExactly(new Effect.ContentJudged(Effect.Kind.SCRIPT, false, "shorter"));
        assertThat(PAID_TRACK
                        .decide(aPaid(new PaidState.DraftReview(NOON)), new PaidCommand.ApproveDraft(), by(MEI))
                        .effects())
                .containsExactly(new Effect.ContentJudged(Effect.Kind.DRAFT, true, null));
    }

    @Test
    void whoEndsDisputesOrRemovesSaysWhy() {
        Paid approved = aPaid(new PaidState.Approved());
        Paid disputed = aPaid(new PaidState.Disputed(new PaidState.Approved()));
        Paid verified = aPaid(new PaidState.Verified(daysAgo(2)));
        Gift measured = aGift(new GiftState.Measured(daysAgo(8), 7));

        for (PaidCommand command : List.of(new PaidCommand.Cancel(cny("0")), new PaidCommand.Dispute())) {
            assertThatThrownBy(() -> PAID_TRACK.decide(approved, command, by(MEI)))
                    .satisfies(Refused.with("REASON_MISSING"));
        }
        assertThatThrownBy(() -> PAID_TRACK.decide(disputed, new PaidCommand.Resolve(), by(MEI)))
                .satisfies(Refused.with("REASON_MISSING"));
        assertThatThrownBy(() -> PAID_TRACK.decide(verified, new PaidCommand.ReportRemoved(cny("0")), by(MEI)))
                .satisfies(Refused.with("REASON_MISSING"));
        assertThatThrownBy(
                        () -> GIFT_TRACK.decide(aGift(new GiftState.Candidate()), new GiftCommand.Withdraw(), by(MEI)))
                .satisfies(Refused.with("REASON_MISSING"));
        assertThatThrownBy(() -> GIFT_TRACK.decide(measured, new GiftCommand.Drop(), by(MEI)))
                .satisfies(Refused.with("REASON_MISSING"));
    }

    @Test
    void aDisputeGoesOnWithTheResultsThatCameMeanwhile() {
        assertThat(resolved(7, new PaidState.Verified(daysAgo(8)))).isEqualTo(new PaidState.Measured(daysAgo(8), 7));
        assertThat(resolved(21, new PaidState.Measured(daysAgo(22), 7)))
                .isEqualTo(new PaidState.Measured(daysAgo(22), 21));
        assertThat(resolved(0, new PaidState.Verified(daysAgo(2)))).isEqualTo(new PaidState.Verified(daysAgo(2)));
    }

    @Test
    void theSameMeasuringComesOnce() {
        Paid paid = new Paid(someone(), terms("10000.00"), new Work(1, 1, 0, 7), new PaidState.Measured(daysAgo(8), 7));
        Gift gift = aGift(new GiftState.Measured(daysAgo(8), 7));

        assertThatThrownBy(() -> PAID_TRACK.decide(paid, new PaidCommand.Measure(7), by(CLOCK)))
                .satisfies(Refused.with("ALREADY_MEASURED"));
        assertThatThrownBy(() -> GIFT_TRACK.decide(gift, new GiftCommand.Measure(7), by(CLOCK)))
                .satisfies(Refused.with("ALREADY_MEASURED"));
    }

    @Test
    void aPlaceOnTheBriefComesBackFromWhoHeldOne() {
        Moment moved = because(MEI, "moved away");
        Gift accepted = aGift(new GiftState.Accepted());
        Gift invited = aGift(new GiftState.Invited(inDays(2)));

        assertThat(GIFT_TRACK
                        .decide(accepted, new GiftCommand.Withdraw(), moved)
                        .effects())
                .containsExactly(new Effect.PlaceReturned(BRIEF));
        assertThat(GIFT_TRACK.decide(invited, new GiftCommand.Withdraw(), moved).effects())
                .isEmpty();
        assertThat(GIFT_TRACK
                        .decide(invited, new GiftCommand.Accept(true), by(LILY))
                        .effects())
                .contains(new Effect.PlaceTaken(BRIEF));
    }

    @Test
    void rightsLastTheirTermAndHaveOne() {
        RightsClause oneDay = new RightsClause(List.of("tmall"), List.of("CN"), 1, true, false);

        assertThat(oneDay.lastDay(LocalDate.of(2026, 11, 11))).isEqualTo(LocalDate.of(2026, 11, 11));
        assertThatThrownBy(() -> new RightsClause(List.of("tmall"), List.of("CN"), 0, true, false))
                .satisfies(Refused.with("RIGHTS_NEED_ATERM"));
    }

    @Test
    void whatIsHandedInIsALinkOrWords() {
        assertThat(new HandedIn(null, "words").text()).isEqualTo("words");
        assertThatThrownBy(() -> new HandedIn(null, null)).satisfies(Refused.with("CONTENT_MISSING"));
    }

    private static PaidState resolved(int measuredDaysAfter, PaidState from) {
        Paid disputed = new Paid(
                someone(), terms("10000.00"), new Work(1, 1, 0, measuredDaysAfter), new PaidState.Disputed(from));
        return PAID_TRACK
                .decide(disputed, new PaidCommand.Resolve(), because(MEI, "agreed by phone"))
                .next()
                .state();
    }

    private static Terms publishedBy(Instant publishBy) {
        return terms("10000.00").at(cny("10000.00"), publishBy);
    }

    private static Terms upFor(int days, List<Terms.Share> shares) {
        return new Terms(cny("10000.00"), shares, List.of(), null, "广告", List.of(), false, days, null);
    }
}
