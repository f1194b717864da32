package org.kolsuite.campaign.brief.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.campaign.Refused;
import org.kolsuite.campaign.brief.model.Brief.Wanted;

class BriefTest {
    private static final Instant SENT = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    void w05_theLastPlaceIsTakenOnce() {
        Brief full = aBrief(2, "https://lumen.example/p").placeTaken().placeTaken();
        assertThatThrownBy(full::placeTaken).satisfies(Refused.with("NO_PLACE_LEFT"));
        assertThat(full.placeReturned().placeTaken().placesTaken()).isEqualTo(2);
    }

    @Test
    void whatAKolHasReadStaysAsItIs() {
        Brief sent = aBrief(null, null).sent(SENT);
        assertThatThrownBy(() -> sent.rewrittenAs(aBrief(5, null))).satisfies(Refused.with("BRIEF_ALREADY_SENT"));
        assertThat(sent.sent(SENT.plusSeconds(60)).sentAt()).isEqualTo(SENT);
    }

    @Test
    void w08_aDeadlineInTheSpringGapIsAsMuchLaterAsTheClockSkipped() {
        Wanted skipped = new Wanted("video", 1, LocalDateTime.of(2026, 3, 29, 2, 30));
        assertThat(skipped.dueAt(ZoneId.of("Europe/Berlin"))).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void w08_aDeadlineThatComesTwiceInAutumnIsTheFirstOne() {
        Wanted twice = new Wanted("video", 1, LocalDateTime.of(2026, 10, 25, 2, 30));
        assertThat(twice.dueAt(ZoneId.of("Europe/Berlin"))).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void aTrackedLinkLeadsToTheWeb() {
        assertThatThrownBy(() -> aBrief(null, "javascript:alert(1)"))
                .satisfies(Refused.with("TRACKING_TARGET_NOT_WEB"));
        assertThatThrownBy(() -> aBrief(0, null)).satisfies(Refused.with("PLACES_MUST_BE_POSITIVE"));
    }

    @Test
    void aBriefThatNobodyReadTakesNewWords() {
        Brief words = aBrief(5, null);
        assertThat(aBrief(null, null).rewrittenAs(words)).isEqualTo(words);
    }

    @Test
    void aBriefHasOnePlaceOrMoreOrNoLimit() {
        assertThat(aBrief(1, null).placeTaken().placesTaken()).isEqualTo(1);
        assertThat(aBrief(null, null).placeTaken().placeTaken().placesTaken()).isEqualTo(2);
        assertThatThrownBy(() -> aBrief(-1, null)).satisfies(Refused.with("PLACES_MUST_BE_POSITIVE"));
    }

    @Test
    void aPlaceThatNobodyTookDoesNotComeBack() {
        assertThat(aBrief(2, null).placeReturned().placesTaken()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://lumen.example/p", "http://lumen.example"})
    void webAddressesMayBeTracked(String target) {
        assertThat(aBrief(null, target).trackingTarget()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://lumen.example/p", "https:/p", "lumen.example", "https://lumen.example/a b", ""})
    void whatIsNoWebAddressIsNotTracked(String target) {
        assertThatThrownBy(() -> aBrief(null, target)).satisfies(Refused.with("TRACKING_TARGET_NOT_WEB"));
    }

    private static Brief aBrief(@Nullable Integer places, @Nullable String target) {
        return new Brief(
                new UUID(0, 1),
                new UUID(0, 2),
                "Autumn glow",
                "Light without weight",
                List.of(new Wanted("note with images", 1, null)),
                List.of("show the texture"),
                List.of("no medical claims"),
                "广告",
                List.of("#lumen"),
                target,
                "LUMEN",
                null,
                false,
                30,
                places,
                0,
                null);
    }
}
