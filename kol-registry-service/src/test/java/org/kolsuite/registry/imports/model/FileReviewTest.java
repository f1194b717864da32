package org.kolsuite.registry.imports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.registry.imports.model.FileReview.Contradiction;
import org.kolsuite.registry.imports.model.FileReview.SplitHandle;
import org.kolsuite.registry.imports.model.FileReview.Verdict;
import org.kolsuite.registry.kol.model.HandleRule;
import org.kolsuite.registry.kol.model.Metrics;
import org.kolsuite.registry.kol.model.ProfileFacts;

class FileReviewTest {
    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);
    private static final HandleRule RULE = HandleRule.IGNORES_CASE;

    @Test
    void twoChannelsWithOneHandleAreShownForDecisionAndNeitherIsApplied() {
        // Given
        ProfileLine preston = line(225, null, "PrestonPlayz", "Preston", 19_400_000);
        ProfileLine playz = line(560, null, "PrestonPlayz", "PrestonPlayz", 12_500_000);

        // When
        Map<Integer, Verdict> verdicts = review(List.of(preston, playz), Set.of());

        // Then
        assertThat(FileReview.contradictions(verdicts))
                .containsExactly(new Contradiction("prestonplayz", DAY, List.of(preston, playz)));
        assertThat(verdicts.values()).allMatch(verdict -> verdict instanceof Verdict.Contradicts);
    }

    @Test
    void aContradictionOfThreeLinesIsAskedOnceAtItsFirstLine() {
        List<ProfileLine> lines = List.of(
                line(2, null, "nobru", "Nobru", 12),
                line(5, null, "nobru", "Nobru", 13),
                line(9, null, "nobru", "Nobru", 14));

        List<Contradiction> contradictions = FileReview.contradictions(review(lines, Set.of()));

        assertThat(contradictions).containsExactly(new Contradiction("nobru", DAY, lines));
        assertThat(contradictions.getFirst().raisedAt()).isEqualTo(2);
    }

    @Test
    void onceAPersonHasSplitTheHandleTheNextFileIsReadWithoutAsking() {
        // Given
        Set<SplitHandle> splits =
                Set.of(new SplitHandle("prestonplayz", "preston"), new SplitHandle("prestonplayz", "prestonplayz"));

        // When
        Map<Integer, Verdict> verdicts = review(
                List.of(
                        line(785, null, "PrestonPlayz", "Preston", 20_400_000),
                        line(883, null, "PrestonPlayz", "PrestonPlayz", 12_900_000)),
                splits);

        // Then
        assertThat(verdicts.values()).containsOnly(new Verdict.Stands());
    }

    @Test
    void theSameLineTwiceIsCountedOnce() {
        assertThat(review(
                        List.of(
                                line(6, null, "_hakkencoser_", "Hakken", 3_500_000),
                                line(7, null, "_hakkencoser_", "Hakken", 3_500_000)),
                        Set.of()))
                .isEqualTo(Map.of(6, new Verdict.Stands(), 7, new Verdict.Repeat(6)));
    }

    @Test
    void severalValuesOnOneDayUnderOnePlatformIdAreOneAccount() {
        assertThat(review(
                        List.of(
                                line(3, "302338318", "李炮炮儿", "李炮炮儿", 1_211_032),
                                line(4, "302338318", "李炮炮儿呀", "李炮炮儿呀", 1_211_026)),
                        Set.of()))
                .isEqualTo(Map.of(3, new Verdict.SupersededThatDay(4), 4, new Verdict.Stands()));
    }

    @Property
    void everyLineHasExactlyOneVerdictAndNoneIsDropped(
            @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> handles,
            @ForAll @IntRange(min = 1, max = 3) int variety) {
        // Given
        List<ProfileLine> lines = new ArrayList<>();
        for (int handle : handles) {
            lines.add(line(lines.size() + 2, null, "h" + handle, "h" + handle, lines.size() % variety));
        }

        // When
        Map<Integer, Verdict> verdicts = review(lines, Set.of());

        // Then
        assertThat(verdicts.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        lines.stream().map(ProfileLine::line).toList());
        lines.forEach(line -> {
            if (verdicts.get(line.line()) instanceof Verdict.Repeat repeat) {
                assertThat(verdicts.get(repeat.ofLine())).isNotInstanceOf(Verdict.Repeat.class);
            }
        });
    }

    @Test
    void aDecisionAdmitsOneLineAllOrNone() {
        // Given
        List<ProfileLine> lines =
                List.of(line(225, null, "P", "Preston", 19), line(560, null, "P", "PrestonPlayz", 12));

        // Then
        assertThat(new ConflictDecision.KeepLine(560).admit(lines, RULE)).containsExactly(lines.get(1));
        assertThat(new ConflictDecision.SeparateAccounts().admit(lines, RULE)).isEqualTo(lines);
        assertThat(new ConflictDecision.DiscardAll().admit(lines, RULE)).isEmpty();
        assertThatThrownBy(() -> new ConflictDecision.KeepLine(9).admit(lines, RULE))
                .isInstanceOf(LineNotInConflict.class);
    }

    @Test
    void accountsThatNothingTellsApartCannotBeSeparated() {
        List<ProfileLine> sameName = List.of(line(2, null, "nobru", "Nobru", 12), line(3, null, "nobru", "Nobru", 13));

        assertThatThrownBy(() -> new ConflictDecision.SeparateAccounts().admit(sameName, RULE))
                .isInstanceOf(NothingTellsThemApart.class);
    }

    private static Map<Integer, Verdict> review(List<ProfileLine> lines, Set<SplitHandle> splits) {
        return FileReview.review("youtube", lines, RULE, splits);
    }

    private static ProfileLine line(int number, @Nullable String uid, String handle, String name, long followers) {
        return new ProfileLine(
                number,
                new ProfileFacts(uid, handle, name, DAY, Metrics.ofFollowers(followers), null, List.of(), null, null));
    }
}
