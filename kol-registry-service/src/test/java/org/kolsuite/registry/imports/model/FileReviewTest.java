package org.kolsuite.registry.imports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kolsuite.registry.imports.model.FileReview.Member;
import org.kolsuite.registry.imports.model.FileReview.SplitHandle;
import org.kolsuite.registry.imports.model.FileReview.Verdict;
import org.kolsuite.registry.imports.model.FileReview.Verdicts;
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
        assertThat(verdicts)
                .isEqualTo(Map.of(
                        225,
                        new Verdict.Raises(List.of(new Member(0, 225), new Member(1, 560))),
                        560,
                        new Verdict.Contradicts()));
    }

    @Test
    void aContradictionOfThreeLinesIsAskedOnceAtItsFirstLine() {
        // Given
        FileReview review = new FileReview(RULE, Set.of());
        review.add(0, line(2, null, "nobru", "Nobru", 12));
        review.add(3, line(5, null, "nobru", "Nobru", 13));
        review.add(4, line(6, null, "nobru", "Nobru", 13));
        review.add(7, line(9, null, "nobru", "Nobru", 14));

        // When
        Verdicts verdicts = review.verdicts(9);

        // Then
        assertThat(verdicts.questions()).isEqualTo(1);
        assertThat(verdicts.asked()).isEqualTo(3);
        assertThat(verdicts.of(0))
                .isEqualTo(new Verdict.Raises(List.of(new Member(0, 2), new Member(3, 5), new Member(7, 9))));
        assertThat(verdicts.of(4)).isEqualTo(new Verdict.Repeat(5));
        assertThat(List.of(0, 3, 4, 7)).filteredOn(verdicts::isAsked).containsExactly(0, 3, 7);
        assertThat(verdicts.of(8)).isNull();
    }

    @Test
    void nobodyIsAskedToChooseFromMoreLinesThanAPersonCan() {
        // Given
        List<ProfileLine> lines = IntStream.range(0, 250)
                .mapToObj(i -> line(2 + i, null, "nobru", "Nobru", i))
                .toList();

        // When
        Map<Integer, Verdict> verdicts = review(lines, Set.of());

        // Then
        assertThat(((Verdict.Raises) Objects.requireNonNull(verdicts.get(2))).members())
                .hasSize(FileReview.MOST_CONTRADICTING)
                .last()
                .isEqualTo(new Member(99, 101));
        assertThat(verdicts.values())
                .filteredOn(new Verdict.Contradicts()::equals)
                .hasSize(99);
        assertThat(verdicts.get(101)).isEqualTo(new Verdict.Contradicts());
        assertThat(verdicts.get(102)).isEqualTo(new Verdict.OneTooMany());
        assertThat(verdicts.values())
                .filteredOn(new Verdict.OneTooMany()::equals)
                .hasSize(150);
    }

    @Test
    void aNameThatReadsLikeAnotherFieldIsAnotherName() {
        ProfileFacts one = new ProfileFacts("1", "a", "b", DAY, Metrics.UNKNOWN, null, List.of("c", "d"), null, null);
        ProfileFacts other = new ProfileFacts("1", "ab", "", DAY, Metrics.UNKNOWN, null, List.of("cd"), null, null);

        assertThat(review(List.of(new ProfileLine(2, one), new ProfileLine(3, other)), Set.of()))
                .isEqualTo(Map.of(2, new Verdict.SupersededThatDay(3), 3, new Verdict.Stands()));
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
        FileReview review = new FileReview(RULE, splits);
        for (int place = 0; place < lines.size(); place++) {
            review.add(place, lines.get(place));
        }
        Verdicts verdicts = review.verdicts(lines.size());
        return IntStream.range(0, lines.size())
                .boxed()
                .collect(Collectors.toMap(
                        place -> lines.get(place).line(), place -> Objects.requireNonNull(verdicts.of(place))));
    }

    private static ProfileLine line(int number, @Nullable String uid, String handle, String name, long followers) {
        return new ProfileLine(
                number,
                new ProfileFacts(uid, handle, name, DAY, Metrics.ofFollowers(followers), null, List.of(), null, null));
    }
}
