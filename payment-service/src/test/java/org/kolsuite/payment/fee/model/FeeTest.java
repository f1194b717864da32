package org.kolsuite.payment.fee.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.FeeOrigin.Agreement;
import org.kolsuite.payment.fee.model.FeeTerms.Part;

class FeeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");
    private static final Agreement AGREEMENT = new Agreement(Ids.next(), Ids.next(), Ids.next(), Ids.next(), null);
    private static final UUID PAYEE = Ids.next();

    @Test
    void anAgreementOpensWithEveryPartPlannedAndTheWholePromised() {
        Fee.Change opened = Fee.agreed(Ids.next(), AGREEMENT, Optional.of(PAYEE), halves());

        assertThat(opened.fee().milestones())
                .extracting(part -> part.state().code())
                .containsExactly("PLANNED", "PLANNED");
        assertThat(opened.events()).containsExactly(new FeeEvent.Committed(cny(1_000_000)));
    }

    @Test
    void withoutAPayeeTheFeeIsRefusedAndOpensWhenThePayeeArrives() {
        // Given
        Fee.Change refused = Fee.agreed(Ids.next(), AGREEMENT, Optional.empty(), halves());
        assertThat(refused.events()).hasSize(1).first().isInstanceOf(FeeEvent.Refused.class);
        Fee reached = refused.fee().reach("SIGNED", DAY);
        assertThatThrownBy(() -> reached.request("SIGNED", "ann", NOW)).isInstanceOf(FeeRejection.FeeIsBlocked.class);

        // When
        Fee.Change opened = reached.payeeArrived(PAYEE);

        // Then
        assertThat(opened.fee().payeeId()).isEqualTo(PAYEE);
        assertThat(opened.fee().part("SIGNED").state().code()).isEqualTo("DUE");
        assertThat(opened.events()).containsExactly(new FeeEvent.Committed(cny(1_000_000)));
        assertThat(opened.fee().payeeArrived(PAYEE).events()).isEmpty();
    }

    @Test
    void badTermsAreRefusedForGood() {
        for (FeeTerms terms : List.of(
                new FeeTerms(cny(100), List.of()),
                new FeeTerms(cny(100), List.of(new Part("SIGNED", cny(99)))),
                new FeeTerms(cny(0), List.of(new Part("SIGNED", cny(0)))),
                new FeeTerms(cny(100), List.of(new Part("SIGNED", cny(50)), new Part("SIGNED", cny(50)))),
                new FeeTerms(cny(100), List.of(new Part("SIGNED", Money.ofMinor(100, "EUR")))),
                new FeeTerms(cny(100), List.of(new Part("SIGNED", cny(150)), new Part("VERIFIED", cny(-50)))))) {
            Fee.Change refused = Fee.agreed(Ids.next(), AGREEMENT, Optional.of(PAYEE), terms);

            assertThat(refused.events())
                    .hasSize(1)
                    .allSatisfy(event ->
                            assertThat(((FeeEvent.Refused) event).code()).isEqualTo("BAD_TERMS"));
            assertThat(refused.fee().payeeArrived(PAYEE).events()).isEmpty();
        }
    }

    @Test
    void w7_cancellingVoidsWhatIsNotApprovedAndOwesTheCompensation() {
        // Given
        Fee fee = approvedFirstHalf();

        // When
        Fee.Change cancelled = fee.cancel(cny(200_000), DAY, "brand changed its mind");

        // Then
        assertThat(cancelled.fee().milestones())
                .extracting(part -> part.name() + " " + part.state().code())
                .containsExactly("SIGNED APPROVED", "VERIFIED VOIDED", "COMPENSATION DUE");
        assertThat(cancelled.events())
                .containsExactly(
                        new FeeEvent.CommitmentReleased("VERIFIED", cny(500_000)),
                        new FeeEvent.Committed(cny(200_000)));
        assertThat(cancelled.fee().cancel(cny(200_000), DAY, "again").events()).isEmpty();
    }

    @Test
    void aBlockedFeeThatIsCancelledPromisesNothing() {
        Fee blocked =
                Fee.agreed(Ids.next(), AGREEMENT, Optional.empty(), halves()).fee();

        Fee.Change cancelled = blocked.cancel(cny(0), DAY, "no deal");

        assertThat(cancelled.events()).isEmpty();
        assertThat(cancelled.fee().payeeArrived(PAYEE).events()).isEmpty();
    }

    @Test
    void aReturnReopensThePartAndPayingAgainIsNoSecondApproval() {
        Fee returned = approvedFirstHalf().settle("SIGNED", DAY).giveBack("SIGNED", "AC04 account closed");

        Fee again = returned.payAgain("SIGNED", NOW);

        assertThat(returned.part("SIGNED").state().code()).isEqualTo("RETURNED");
        assertThat(again.part("SIGNED").state().code()).isEqualTo("APPROVED");
    }

    @Test
    void onlyAnAdHocFeeIsWithdrawnHere() {
        Fee adHoc = Fee.adHoc(Ids.next(), new FeeOrigin.AdHoc("REF-1", "Ann"), PAYEE, cny(100), DAY);

        assertThat(adHoc.withdraw("entered twice")
                        .fee()
                        .part(Milestone.WHOLE)
                        .state()
                        .code())
                .isEqualTo("VOIDED");
        assertThatThrownBy(() -> approvedFirstHalf().withdraw("no"))
                .isInstanceOf(FeeRejection.AgreementIsCancelledInItsCampaign.class);
    }

    @Test
    void m11_anAdHocFeeIsMoreThanZero() {
        for (long minor : new long[] {0, -1}) {
            assertThatThrownBy(() -> Fee.adHoc(Ids.next(), new FeeOrigin.AdHoc(null, "Ann"), PAYEE, cny(minor), DAY))
                    .isInstanceOf(FeeRejection.FeeNotPositive.class);
        }
    }

    @Property(tries = 300)
    void m14_howeverAFeeIsSplitWhatIsPromisedEqualsWhatIsReleased(
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 100_000_000L) Long> amounts) {
        List<Part> parts = new java.util.ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            parts.add(new Part("PART" + i, cny(amounts.get(i))));
        }
        Money total = cny(amounts.stream().mapToLong(Long::longValue).sum());
        Fee fee = Fee.agreed(Ids.next(), AGREEMENT, Optional.of(PAYEE), new FeeTerms(total, parts))
                .fee();

        Money released = fee.cancel(cny(0), DAY, "over").events().stream()
                .map(event -> ((FeeEvent.CommitmentReleased) event).amount())
                .reduce(cny(0), Money::plus);

        assertThat(released).isEqualTo(total);
    }

    @Test
    void w2_nobodyApprovesWhatTheyRequestedOrWhoseAccountTheyEntered() {
        ApprovalPolicy policy = new ApprovalPolicy(limits(), "carl");
        Milestone requested = approvedFirstHalf().part("VERIFIED").reach(DAY).request("ann", NOW);

        assertThatThrownBy(() -> policy.requireMayApprove(approver("ann", "finance"), requested))
                .isInstanceOf(FeeRejection.ApproverIsRequester.class);
        assertThatThrownBy(() -> policy.requireMayApprove(approver("carl", "finance"), requested))
                .isInstanceOf(FeeRejection.ApproverEditedTheAccount.class);
        policy.requireMayApprove(approver("bob", "finance"), requested);
    }

    @Test
    void limitsGoByRoleAndTheOrganisationsOwnComeFirst() {
        ApprovalPolicy policy = new ApprovalPolicy(limits(), null);
        Milestone large = new Milestone("WHOLE", cny(60_000_00), new MilestoneState.Requested(DAY, "ann", NOW));
        Milestone inYen =
                new Milestone("WHOLE", Money.ofMinor(2_000, "JPY"), new MilestoneState.Requested(DAY, "ann", NOW));

        assertThatThrownBy(() -> policy.requireMayApprove(approver("bob", "finance"), large))
                .isInstanceOf(FeeRejection.AboveApprovalLimit.class);
        policy.requireMayApprove(approver("bob", "finance", "admin"), large);
        assertThatThrownBy(() -> policy.requireMayApprove(approver("bob", "finance"), inYen))
                .isInstanceOf(FeeRejection.AboveApprovalLimit.class);
        assertThatThrownBy(() -> policy.requireMayApprove(approver("eve", "executive"), inYen))
                .isInstanceOf(FeeRejection.AboveApprovalLimit.class);
    }

    @Test
    void aRejectedPartIsDueAgainWithItsReason() {
        Fee requested = approvedFirstHalf().reach("VERIFIED", DAY).request("VERIFIED", "ann", NOW);

        Fee rejected = requested.reject("VERIFIED", "bob", NOW, "the post is gone");

        assertThat(rejected.part("VERIFIED").state().code()).isIn("DUE", "REJECTED");
        assertThat(rejected.part("SIGNED").state().code()).isEqualTo("APPROVED");
        assertThat(rejected.version()).isEqualTo(requested.version());
    }

    @Test
    void whatWasPaidAndCameBackIsOwedAgain() {
        Fee paid = approvedFirstHalf().settle("SIGNED", DAY);

        assertThat(paid.part("SIGNED").state().code()).isEqualTo("PAID");
        assertThat(paid.unsettle("SIGNED", NOW).part("SIGNED").state().code()).isEqualTo("APPROVED");
    }

    @Test
    void aFeeWithoutAPayeeIsNeitherApprovedRejectedNorPaidAgain() {
        Fee blocked = Fee.agreed(Ids.next(), AGREEMENT, Optional.empty(), halves())
                .fee()
                .reach("SIGNED", DAY);

        assertThatThrownBy(() -> blocked.approve("SIGNED", "bob", NOW)).isInstanceOf(FeeRejection.FeeIsBlocked.class);
        assertThatThrownBy(() -> blocked.reject("SIGNED", "bob", NOW, "no"))
                .isInstanceOf(FeeRejection.FeeIsBlocked.class);
        assertThatThrownBy(() -> blocked.payAgain("SIGNED", NOW)).isInstanceOf(FeeRejection.FeeIsBlocked.class);
    }

    @Test
    void aPartThatTheFeeDoesNotHaveIsUnknown() {
        Fee fee = approvedFirstHalf();

        assertThatThrownBy(() -> fee.part("COMPLETED"))
                .isInstanceOf(FeeRejection.MilestoneUnknown.class)
                .hasMessageContaining("COMPLETED");
    }

    private static ApprovalLimits limits() {
        return new ApprovalLimits(
                List.of(new ApprovalLimits.Limit("finance", Money.ofMinor(1_000, "JPY"))),
                Map.of("finance", new BigDecimal("50000"), "admin", new BigDecimal("1000000")));
    }

    private static ApprovalPolicy.Approver approver(String subject, String... roles) {
        return new ApprovalPolicy.Approver(subject, Set.of(roles));
    }

    private static Fee approvedFirstHalf() {
        return Fee.agreed(Ids.next(), AGREEMENT, Optional.of(PAYEE), halves())
                .fee()
                .reach("SIGNED", DAY)
                .request("SIGNED", "ann", NOW)
                .approve("SIGNED", "bob", NOW)
                .fee();
    }

    private static FeeTerms halves() {
        return new FeeTerms(
                cny(1_000_000), List.of(new Part("SIGNED", cny(500_000)), new Part("VERIFIED", cny(500_000))));
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, "CNY");
    }
}
