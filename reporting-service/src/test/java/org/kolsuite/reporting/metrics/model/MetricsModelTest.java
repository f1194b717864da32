package org.kolsuite.reporting.metrics.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;
import org.kolsuite.reporting.metrics.model.SnapshotWarnings.Warning;

class MetricsModelTest {
    private static final Instant DAY_1 = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-03-02T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "https://www.xiaohongshu.com/explore/66f0?xsec_token=AB&xsec_source=pc, https://xiaohongshu.com/explore/66f0",
        "http://m.weibo.com/1234/N5/, https://weibo.com/1234/N5",
        "https://www.youtube.com/watch?app=m&v=dQw4w9WgXcQ&t=3, https://youtube.com/watch?v=dQw4w9WgXcQ",
        "www.bilibili.com/video/BV1xx411c7mD, https://bilibili.com/video/BV1xx411c7mD"
    })
    void twoSpellingsOfALinkAreOnePost(String written, String normal) {
        assertThat(PostLink.parse(written)).contains(new PostLink(normal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no link", "javascript:alert(1)", "ftp://x.example/a", "localhost"})
    void whatIsNoWebAddressIsNoPost(String written) {
        assertThat(PostLink.parse(written)).isEmpty();
    }

    @Test
    void engagementsAreTheFourPartsAndADifferentDeclaredTotalIsNamed() {
        // Given: a Xiaohongshu note; its own total leaves out the shares
        var note = new Counters(null, 10_279L, 714L, 9L, 74L, 720L, 1_443L);
        // Then
        assertThat(note.engagements()).isEqualTo(1_517L);
        assertThat(SnapshotWarnings.of(note)).extracting(Warning::code).containsExactly("DECLARED_TOTAL_DIFFERS");
    }

    @Test
    void readsBelowEngagementsAreKeptWithAWarning() {
        assertThat(SnapshotWarnings.of(new Counters(null, 350L, 212L, 92L, 32L, 251L, null)))
                .extracting(Warning::code)
                .containsExactly("READS_BELOW_ENGAGEMENTS");
    }

    @Test
    void viewsBelowEngagementsAreKeptWithAWarningAndEqualOnesAreNot() {
        assertThat(codes(new Counters(99L, null, 100L, null, null, null, null)))
                .containsExactly("VIEWS_BELOW_ENGAGEMENTS");
        assertThat(codes(new Counters(100L, 100L, 100L, null, null, null, 100L)))
                .isEmpty();
    }

    @Test
    void withoutEngagementsNothingIsOdd() {
        assertThat(codes(new Counters(1L, 2L, null, null, null, null, null))).isEmpty();
    }

    @Test
    void aLinkLongerThanAnyPlatformWritesIsNoPost() {
        String longest = "https://a.example/" + "x".repeat(582);

        assertThat(PostLink.parse(longest)).contains(new PostLink(longest));
        assertThat(PostLink.parse(longest + "x")).isEmpty();
    }

    @Test
    void theDeclaredTotalCountsWhereThePartsAreUnknown() {
        assertThat(new Counters(null, null, null, null, null, null, 42L).engagements())
                .isEqualTo(42L);
        assertThat(Counters.UNKNOWN.engagements()).isNull();
        assertThat(Counters.UNKNOWN.sayAnything()).isFalse();
    }

    @Test
    void aSnapshotThatLeavesACounterOutKeepsTheEarlierOne() {
        // Given
        var first = new Snapshot("p", views(100L, 5L), Provenance.UPLOAD, DAY_1, DAY_1, 1);
        var second = new Snapshot("p", views(null, 9L), Provenance.UPLOAD, DAY_2, DAY_2, 2);
        // When
        var timeline = PostTimeline.of(List.of(second, first));
        // Then
        assertThat(timeline.at(DAY_2))
                .singleElement()
                .satisfies(reading -> assertThat(reading.reached()).isEqualTo(views(100L, 9L)));
        assertThat(timeline.at(DAY_1))
                .singleElement()
                .satisfies(reading -> assertThat(reading.reached()).isEqualTo(views(100L, 5L)));
        assertThat(timeline.at(DAY_1.minusSeconds(1))).isEmpty();
    }

    @Test
    void ofOneMomentTheUploadCountsOverWhatTheKolReported() {
        // Given: the KOL's report arrived last
        var uploaded = new Snapshot("p", views(100L, 5L), Provenance.UPLOAD, DAY_1, DAY_1, 1);
        var reported = new Snapshot("p", views(900L, 5L), Provenance.PARTNER, DAY_1, DAY_2, 2);
        // Then
        assertThat(PostTimeline.of(List.of(uploaded, reported))
                        .at(DAY_1)
                        .getFirst()
                        .reached()
                        .views())
                .isEqualTo(100L);
    }

    private static List<String> codes(Counters counters) {
        return SnapshotWarnings.of(counters).stream().map(Warning::code).toList();
    }

    private static Counters views(@Nullable Long views, Long likes) {
        return new Counters(views, null, likes, null, null, null, null);
    }
}
