package org.kolsuite.campaign.collaboration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.CLOCK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.LILY;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.MEI;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.NOON;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.PAID_TRACK;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.aPaid;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.at;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.because;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.by;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.cny;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.daysAgo;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.inDays;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.someone;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.terms;
import static org.kolsuite.campaign.collaboration.model.CollaborationFixture.whoMay;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kolsuite.campaign.Refused;
import org.kolsuite.campaign.collaboration.model.Collaboration.Paid;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.contracts.problem.Rejection;

class PaidTrackTest {
    private static final HandedIn SOMETHING = new HandedIn("https://docs.example/1", null);
    private static final Checklist FINE = new Checklist(true, true, true, true, true);
    private static final PaidState.Revise REVISE_SCRIPT = new PaidState.Revise(PaidState.Revise.Subject.SCRIPT);

    /** One of each state; revising and reviewing in both their forms. */
    private static final Map<String, PaidState> STATES = Map.ofEntries(
            Map.entry("OFFERED", new PaidState.Offered(inDays(70))),
            Map.entry("COUNTERED", new PaidState.Countered(inDays(70))),
            Map.entry("AGREED", new PaidState.Agreed()),
            Map.entry("SCRIPT_REVIEW", new PaidState.ScriptReview()),
            Map.entry("REVISE_SCRIPT", REVISE_SCRIPT),
            Map.entry("REVISE_DRAFT", new PaidState.Revise(PaidState.Revise.Subject.DRAFT)),
            Map.entry("DRAFTING", new PaidState.DraftReview(null)),
            Map.entry("DRAFT_REVIEW", new PaidState.DraftReview(daysAgo(1))),
            Map.entry("APPROVED", new PaidState.Approved()),
            Map.entry("SCHEDULED", new PaidState.Scheduled(inDays(1))),
            Map.entry("PUBLISHED", new PaidState.Published(daysAgo(1))),
            Map.entry("VERIFIED", new PaidState.Verified(daysAgo(2))),
            Map.entry("MEASURED", new PaidState.Measured(daysAgo(8), 7)),
            Map.entry("COMPLETED", new PaidState.Completed(daysAgo(9))),
            Map.entry("DECLINED", new PaidState.Declined()),
            Map.entry("OFFER_EXPIRED", new PaidState.OfferExpired()),
            Map.entry("CANCELLED", new PaidState.Cancelled("AGREED", cny("0"))),
            Map.entry("DISPUTED", new PaidState.Disputed(new PaidState.Approved())),
            Map.entry("REMOVED", new PaidState.Removed(daysAgo(9))));

    /** One of each command. */
    private static final List<PaidCommand> COMMANDS = List.of(
            new PaidCommand.Accept(),
            new PaidCommand.Decline(),
            new PaidCommand.Counter(cny("12000"), null),
            new PaidCommand.Offer(cny("11000"), null),
            new PaidCommand.AcceptCounter(),
            new PaidCommand.SubmitScript(SOMETHING),
            new PaidCommand.ApproveScript(),
            new PaidCommand.SubmitDraft(SOMETHING),
            new PaidCommand.ApproveDraft(),
            new PaidCommand.RequestRevision("less text"),
            new PaidCommand.Schedule(inDays(2)),
            new PaidCommand.SubmitPost("https://xhs.example/2", NOON),
            new PaidCommand.Verify(FINE, true),
            new PaidCommand.Complete(),
            new PaidCommand.Cancel(cny("0")),
            new PaidCommand.Dispute(),
            new PaidCommand.Resolve(),
            new PaidCommand.ReportRemoved(cny("0")),
            new PaidCommand.ExpireOffer(),
            new PaidCommand.Measure(21));

    private static final Map<String, String> ARROWS = Stream.of(
                    "OFFERED ACCEPT AGREED",
                    "OFFERED DECLINE DECLINED",
                    "OFFERED COUNTER COUNTERED",
                    "OFFERED CANCEL CANCELLED",
                    "OFFERED EXPIRE OFFER_EXPIRED",
                    "COUNTERED OFFER OFFERED",
                    "COUNTERED ACCEPT_COUNTER AGREED",
                    "COUNTERED DECLINE DECLINED",
                    "COUNTERED CANCEL CANCELLED",
                    "COUNTERED EXPIRE OFFER_EXPIRED",
                    "AGREED SUBMIT_SCRIPT SCRIPT_REVIEW",
                    "AGREED SUBMIT_DRAFT DRAFT_REVIEW",
                    "SCRIPT_REVIEW APPROVE_SCRIPT DRAFT_REVIEW",
                    "SCRIPT_REVIEW REQUEST_REVISION REVISE",
                    "REVISE_SCRIPT SUBMIT_SCRIPT SCRIPT_REVIEW",
                    "DRAFTING SUBMIT_DRAFT DRAFT_REVIEW",
                    "REVISE_DRAFT SUBMIT_DRAFT DRAFT_REVIEW",
                    "DRAFT_REVIEW APPROVE_DRAFT APPROVED",
                    "DRAFT_REVIEW REQUEST_REVISION REVISE",
                    "APPROVED SCHEDULE SCHEDULED",
                    "APPROVED SUBMIT_POST PUBLISHED",
                    "SCHEDULED SCHEDULE SCHEDULED",
                    "SCHEDULED SUBMIT_POST PUBLISHED",
                    "PUBLISHED VERIFY VERIFIED",
                    "PUBLISHED MEASURE PUBLISHED",
                    "VERIFIED MEASURE MEASURED",
                    "MEASURED MEASURE MEASURED",
                    "MEASURED COMPLETE COMPLETED",
                    "DISPUTED RESOLVE APPROVED",
                    "DISPUTED CANCEL CANCELLED",
                    "DISPUTED MEASURE DISPUTED",
                    "PUBLISHED REPORT_REMOVED REMOVED",
                    "VERIFIED REPORT_REMOVED REMOVED",
                    "MEASURED REPORT_REMOVED REMOVED",
                    "COMPLETED REPORT_REMOVED REMOVED")
            .map(arrow -> arrow.split(" "))
            .collect(Collectors.toMap(words -> words[0] + " " + words[1], words -> words[2]));

    private static final Set<String> CANCELLABLE = Set.of(
            "AGREED",
            "SCRIPT_REVIEW",
            "REVISE_SCRIPT",
            "REVISE_DRAFT",
            "DRAFTING",
            "DRAFT_REVIEW",
            "APPROVED",
            "SCHEDULED");

    @Test
    void theSamplesAreComplete() {
        assertThat(STATES.values().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(PaidState.class.getPermittedSubclasses()));
        assertThat(COMMANDS.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(PaidCommand.class.getPermittedSubclasses()));
    }

    /** In the same order in every run, so that each keeps its number. */
    @TestFactory
    Stream<DynamicTest> everyStateTimesEveryCommand() {
        return STATES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(state -> COMMANDS.stream()
                        .map(command -> DynamicTest.dynamicTest(
                                state.getKey() + " " + command.verb(),
                                () -> leadsWhereTheDiagramSays(state.getKey(), state.getValue(), command))));
    }

    private static void leadsWhereTheDiagramSays(String name, PaidState state, PaidCommand command) {
        String target = ARROWS.get(name + " " + command.verb());
        boolean inWork = CANCELLABLE.contains(name);
        if (command.verb() == Verb.CANCEL && inWork) {
            target = "CANCELLED";
        }
        if (command.verb() == Verb.DISPUTE
                && (inWork || Set.of("PUBLISHED", "VERIFIED", "MEASURED").contains(name))) {
            target = "DISPUTED";
        }
        Paid paid = new Paid(someone(), terms("10000"), new Work(1, 0, 0, 0), state);
        Moment moment = command.verb() == Verb.EXPIRE ? at(inDays(71), CLOCK, null) : whoMay(command.verb());
        if (target != null) {
            assertThat(PAID_TRACK.decide(paid, command, moment).next().state().title())
                    .isEqualTo(target);
            return;
        }
        assertThatThrownBy(() -> PAID_TRACK.decide(paid, command, moment))
                .isInstanceOfSatisfying(Rejection.class, rejection -> {
                    assertThat(rejection.code()).isIn("COMMAND_NOT_ALLOWED", "PUBLISHING_NEEDS_APPROVAL");
                    assertThat(rejection.kind()).isEqualTo(Rejection.Kind.CONFLICT);
                });
    }

    @Test
    void w01_publishingBeforeApprovalIsRefusedByName() {
        for (String early : List.of("AGREED", "SCRIPT_REVIEW", "DRAFTING", "DRAFT_REVIEW", "REVISE_DRAFT")) {
            assertThatThrownBy(() -> PAID_TRACK.decide(
                            aPaid(java.util.Objects.requireNonNull(STATES.get(early))),
                            new PaidCommand.SubmitPost("https://x.example", NOON),
                            by(LILY)))
                    .satisfies(Refused.with("PUBLISHING_NEEDS_APPROVAL"));
        }
    }

    @Test
    void agreeingHoldsTheFeeAndPassesTheSignedMilestone() {
        Decision<Paid> decision =
                PAID_TRACK.decide(aPaid(new PaidState.Offered(inDays(1))), new PaidCommand.Accept(), by(LILY));
        assertThat(decision.effects())
                .containsExactly(
                        new Effect.FeeAgreed(terms("10000")),
                        new Effect.CodesNeeded(),
                        new Effect.MilestonePassed(Terms.Step.SIGNED));
    }

    @Test
    void m14_theSharesOfAFeeAlwaysSumToIt() {
        Terms thirds = new Terms(
                cny("100.00"),
                List.of(
                        new Terms.Share(Terms.Step.SIGNED, 1),
                        new Terms.Share(Terms.Step.PUBLISHED, 1),
                        new Terms.Share(Terms.Step.VERIFIED, 1)),
                List.of(),
                null,
                "广告",
                List.of(),
                false,
                30,
                null);
        assertThat(thirds.milestones().stream()
                        .map(milestone -> milestone.amount().amountMinor()))
                .containsExactly(3334L, 3333L, 3333L);
    }

    @Test
    void anExpiredOfferCanNotBeAccepted() {
        assertThatThrownBy(() ->
                        PAID_TRACK.decide(aPaid(new PaidState.Offered(daysAgo(1))), new PaidCommand.Accept(), by(LILY)))
                .satisfies(Refused.with("OFFER_HAS_EXPIRED"));
    }

    @Test
    void aCounterOfferChangesFeeAndSharesTogether() {
        // When
        Paid countered = PAID_TRACK
                .decide(
                        aPaid(new PaidState.Offered(inDays(1))),
                        new PaidCommand.Counter(cny("12000"), inDays(9)),
                        by(LILY))
                .next();

        // Then
        assertThat(countered.terms().milestones().stream().map(m -> m.amount()))
                .containsExactly(cny("6000"), cny("6000"));
        assertThat(countered.terms().publishBy()).isEqualTo(inDays(9));
    }

    @Test
    void m15_aCounterOfferStaysInTheCampaignsCurrency() {
        assertThatThrownBy(() -> PAID_TRACK.decide(
                        aPaid(new PaidState.Offered(inDays(1))),
                        new PaidCommand.Counter(Money.ofMinor(100, "EUR"), null),
                        by(LILY)))
                .satisfies(Refused.with("FEE_IN_ANOTHER_CURRENCY"));
    }

    @Test
    void theScriptComesFirstWhenAgreed() {
        assertThatThrownBy(() -> PAID_TRACK.decide(
                        aPaid(new PaidState.Agreed()), new PaidCommand.SubmitDraft(SOMETHING), by(LILY)))
                .satisfies(Refused.with("SCRIPT_COMES_FIRST"));
    }

    @ParameterizedTest(name = "{0} scripts, {1} drafts, {2} revisions: {3} of 10000")
    @CsvSource({"0,0,0,0", "1,0,0,1000", "2,0,0,1000", "1,1,0,5000", "1,2,1,5000", "1,3,2,10000"})
    void compensationFollowsTheWorkDone(int scripts, int drafts, int revisions, String owed) {
        // Given
        Paid paid = new Paid(
                someone(), terms("10000"), new Work(scripts, drafts, revisions, 0), new PaidState.DraftReview(NOON));

        // When
        Decision<Paid> decision =
                PAID_TRACK.decide(paid, new PaidCommand.Cancel(cny("0")), because(MEI, "product recalled"));

        // Then
        assertThat(decision.effects())
                .containsExactly(new Effect.AgreementCancelled("DRAFT_REVIEW", cny(owed), "product recalled"));
    }

    @Test
    void whatFinanceAlreadyApprovedIsTakenOffTheCompensation() {
        Paid paid = new Paid(someone(), terms("10000"), new Work(1, 1, 0, 0), new PaidState.DraftReview(NOON));
        assertThat(PAID_TRACK
                        .decide(paid, new PaidCommand.Cancel(cny("3000")), because(MEI, "why"))
                        .effects())
                .containsExactly(new Effect.AgreementCancelled("DRAFT_REVIEW", cny("2000"), "why"));
        assertThat(PAID_TRACK
                        .decide(paid, new PaidCommand.Cancel(cny("7000")), because(MEI, "why"))
                        .effects())
                .containsExactly(new Effect.AgreementCancelled("DRAFT_REVIEW", cny("0"), "why"));
    }

    @Test
    void anOfferWithdrawnBeforeAgreementCostsNothingAndTellsNobody() {
        assertThat(PAID_TRACK
                        .decide(
                                aPaid(new PaidState.Offered(inDays(1))),
                                new PaidCommand.Cancel(cny("0")),
                                because(MEI, "why"))
                        .effects())
                .isEmpty();
    }

    @ParameterizedTest(name = "live {0}, tagged {1}, mark {2}, link {3}, reported {4} on a demanding platform: {5}")
    @CsvSource({
        "true,true,true,true,true,VERIFIED",
        "false,true,true,true,true,VERIFICATION_BLOCKED",
        "true,false,true,true,true,VERIFICATION_BLOCKED",
        "true,true,false,true,true,VERIFICATION_BLOCKED",
        "true,true,true,true,false,VERIFICATION_BLOCKED",
        "true,true,false,false,true,REASON_MISSING"
    })
    void aPostIsVerifiedWhenLiveTaggedReportedAndMarked(
            boolean live, boolean tagged, boolean mark, boolean link, boolean reported, String outcome) {
        // Given
        Paid published = aPaid(new PaidState.Published(daysAgo(1)));
        PaidCommand verify = new PaidCommand.Verify(new Checklist(live, tagged, mark, link, reported), true);

        // When / Then
        if (outcome.equals("VERIFIED")) {
            assertThat(PAID_TRACK.decide(published, verify, by(MEI)).effects())
                    .containsExactly(new Effect.MilestonePassed(Terms.Step.VERIFIED));
        } else {
            assertThatThrownBy(() -> PAID_TRACK.decide(published, verify, by(MEI)))
                    .satisfies(Refused.with(outcome));
        }
    }

    @Test
    void withoutALinkTheMarkMayBeLeftOutForAReason() {
        assertThat(PAID_TRACK
                        .decide(
                                aPaid(new PaidState.Published(daysAgo(1))),
                                new PaidCommand.Verify(new Checklist(true, true, false, false, false), false),
                                because(MEI, "brand story without a link"))
                        .next()
                        .state())
                .isInstanceOf(PaidState.Verified.class);
    }

    @Test
    void aResultThatCameBeforeVerifyingCountsOnceVerified() {
        // Given
        Paid measuredEarly = PAID_TRACK
                .decide(aPaid(new PaidState.Published(daysAgo(8))), new PaidCommand.Measure(7), by(CLOCK))
                .next();

        // When
        Paid verified = PAID_TRACK
                .decide(measuredEarly, new PaidCommand.Verify(FINE, true), by(MEI))
                .next();

        // Then
        assertThat(verified.state()).isEqualTo(new PaidState.Measured(daysAgo(8), 7));
    }

    @Test
    void aDisputeGoesOnWhereItStopped() {
        Paid disputed = PAID_TRACK
                .decide(aPaid(REVISE_SCRIPT), new PaidCommand.Dispute(), because(LILY, "never agreed to that"))
                .next();
        assertThat(PAID_TRACK
                        .decide(disputed, new PaidCommand.Resolve(), because(MEI, "one more round"))
                        .next()
                        .state())
                .isEqualTo(REVISE_SCRIPT);
    }

    @Test
    void aPostTakenDownEarlyVoidsWhatWasNotReached() {
        Decision<Paid> removed = PAID_TRACK.decide(
                aPaid(new PaidState.Published(daysAgo(5))),
                new PaidCommand.ReportRemoved(cny("0")),
                because(MEI, "gone since Monday"));
        assertThat(removed.effects())
                .containsExactly(
                        new Effect.ContentRemoved(),
                        new Effect.AgreementCancelled("PUBLISHED", cny("5000"), "gone since Monday"));
    }

    @Test
    void aPostMayGoAfterItsRetention() {
        assertThatThrownBy(() -> PAID_TRACK.decide(
                        aPaid(new PaidState.Verified(daysAgo(31))),
                        new PaidCommand.ReportRemoved(cny("0")),
                        because(MEI, "gone")))
                .satisfies(Refused.with("RETENTION_IS_OVER"));
    }

    @ParameterizedTest
    @CsvSource({"29,RETENTION_OUT_OF_RANGE", "366,RETENTION_OUT_OF_RANGE"})
    void retentionStaysWithinTheFieldsLimits(int days, String code) {
        Terms terms = new Terms(
                cny("1"),
                List.of(new Terms.Share(Terms.Step.VERIFIED, 1)),
                List.of(),
                null,
                "广告",
                List.of(),
                false,
                days,
                null);
        assertThatThrownBy(() -> PAID_TRACK.begin(someone(), terms, by(MEI))).satisfies(Refused.with(code));
    }

    @Test
    void m11_aFeeOfNothingIsRefused() {
        assertThatThrownBy(() -> terms("0")).satisfies(Refused.with("FEE_MUST_BE_POSITIVE"));
        assertThatThrownBy(() -> terms("-1")).satisfies(Refused.with("FEE_MUST_BE_POSITIVE"));
    }

    @Test
    void theKolCanNotTakeTheBrandsStepsNorTheBrandTheClocks() {
        Paid inReview = aPaid(new PaidState.DraftReview(daysAgo(1)));
        assertThatThrownBy(
                        () -> PAID_TRACK.decide(inReview, new PaidCommand.ApproveDraft(), because(LILY, "it is good")))
                .satisfies(Refused.with("NOT_YOUR_STEP"));
        assertThatThrownBy(() -> PAID_TRACK.decide(
                        aPaid(new PaidState.Verified(daysAgo(8))), new PaidCommand.Measure(7), because(MEI, "now")))
                .satisfies(Refused.with("NOT_YOUR_STEP"));
    }

    @Test
    void theBrandTakesTheKolsStepOnlyWithAReasonButDisputesInItsOwnName() {
        Paid offered = aPaid(new PaidState.Offered(inDays(1)));
        assertThatThrownBy(() -> PAID_TRACK.decide(offered, new PaidCommand.Accept(), by(MEI)))
                .satisfies(Refused.with("REASON_MISSING"));
        assertThat(Verb.ACCEPT.speaksForTheKol()).isTrue();
        assertThat(Verb.DISPUTE.speaksForTheKol()).isFalse();
    }

    @Test
    void aPostUpToItsDeadlineIsInTime() {
        Terms due = terms("10000").at(cny("10000"), NOON);

        Decision<Paid> inTime = PAID_TRACK.decide(
                aPaid(new PaidState.Approved()).with(due),
                new PaidCommand.SubmitPost("https://x.example", NOON),
                by(LILY));

        assertThat(inTime.effects())
                .contains(new Effect.ContentHandedIn(Effect.Kind.POST, "https://x.example", null, NOON, false));
    }

    @Test
    void publishingGrantsTheAgreedRightsAndNoneWhereNoneWereAgreed() {
        Terms agreed = terms("10000");
        Terms withoutRights = new Terms(
                agreed.fee(),
                agreed.shares(),
                agreed.deliverables(),
                null,
                agreed.disclosure(),
                agreed.hashtags(),
                agreed.scriptRequired(),
                agreed.retentionDays(),
                null);
        PaidCommand post = new PaidCommand.SubmitPost("https://x.example", NOON);

        assertThat(PAID_TRACK
                        .decide(aPaid(new PaidState.Approved()), post, by(LILY))
                        .effects())
                .contains(new Effect.RightsGranted(
                        CollaborationFixture.RIGHTS, LocalDate.of(2026, 11, 11), LocalDate.of(2027, 2, 8)));
        assertThat(PAID_TRACK
                        .decide(aPaid(new PaidState.Approved()).with(withoutRights), post, by(LILY))
                        .effects())
                .noneMatch(Effect.RightsGranted.class::isInstance);
    }

    @Test
    void aRefusalNamesTheStepAsItStandsInAddresses() {
        assertThatThrownBy(() -> PAID_TRACK.decide(
                        aPaid(new PaidState.Completed(daysAgo(9))), new PaidCommand.RequestRevision("x"), by(MEI)))
                .hasMessageContaining("request-revision");
    }

    @Test
    void w09_aPostAfterItsDeadlineIsTakenAndMarkedLate() {
        // Given
        Terms due = terms("10000").at(cny("10000"), daysAgo(1));

        // When
        Decision<Paid> late = PAID_TRACK.decide(
                aPaid(new PaidState.Approved()).with(due),
                new PaidCommand.SubmitPost("https://x.example", NOON),
                by(LILY));

        // Then
        assertThat(late.effects())
                .contains(new Effect.ContentHandedIn(Effect.Kind.POST, "https://x.example", null, NOON, true));
    }
}
