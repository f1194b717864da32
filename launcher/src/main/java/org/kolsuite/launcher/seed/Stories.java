package org.kolsuite.launcher.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Collaborations as stories: who, in which campaign, and on which days which steps were taken. A step is taken once: the history that
 * the suite keeps tells how far a story has come.
 */
final class Stories {
    private final Visitor manager;
    private final Timeline timeline;
    private final Consumer<String> progress;

    Stories(Visitor manager, Timeline timeline, Consumer<String> progress) {
        this.manager = manager;
        this.timeline = timeline;
        this.progress = progress;
    }

    /** A new story on the gift track: the account goes on the short list. */
    Story gift(Supplier<String> campaign, DemoKols.Account who, int daysAgo) {
        Story story = new Story("GIFT", campaign, who);
        timeline.on(
                daysAgo,
                () -> story.begin(attempt -> {
                    JsonNode outcome = manager.post(
                                    "/api/v1/campaigns/" + campaign.get() + "/candidates",
                                    Map.of("accountIds", List.of(who.accountId())),
                                    "shortlist " + who.handle() + " " + campaign.get() + " " + attempt)
                            .orThrow()
                            .json();
                    return outcome.path("added").path(0).path("id").asText("");
                }));
        return story;
    }

    /** A new story on the paid track: an offer, with the body of its request. */
    Story paid(Supplier<String> campaign, DemoKols.Account who, int daysAgo, Supplier<Map<String, ?>> offer) {
        Story story = new Story("PAID", campaign, who);
        timeline.on(
                daysAgo,
                () -> story.begin(attempt -> {
                    Answer answer = manager.post(
                            "/api/v1/campaigns/" + campaign.get() + "/offers",
                            offer.get(),
                            "offer " + who.handle() + " " + campaign.get() + " " + attempt);
                    return answer.status() == 404 || answer.status() == 422
                            ? ""
                            : answer.orThrow()
                                    .json()
                                    .path("collaboration")
                                    .path("id")
                                    .asText("");
                }));
        return story;
    }

    /** The paid story that began when this gift was escalated. */
    Story escalated(Story gift) {
        return new Story("PAID", gift.campaign, gift.who);
    }

    private interface Beginning {
        /** @return the collaboration, or nothing while the campaign service has not heard of the account */
        String begin(int attempt);
    }

    /** One collaboration. */
    final class Story {
        private final String track;
        private final Supplier<String> campaign;
        private final DemoKols.Account who;
        private final List<String> steps = new ArrayList<>();

        private Story(String track, Supplier<String> campaign, DemoKols.Account who) {
            this.track = track;
            this.campaign = campaign;
            this.who = who;
        }

        DemoKols.Account who() {
            return who;
        }

        Story then(int daysAgo, String verb, Map<String, ?> body) {
            return then(daysAgo, verb, () -> body);
        }

        Story then(int daysAgo, String verb, Supplier<Map<String, ?>> body) {
            steps.add(verb);
            int taken = steps.size();
            timeline.on(daysAgo, () -> take(taken, verb, body.get()));
            return this;
        }

        /** Waits until the suite has moved the story on by itself. */
        Story becomes(int daysAgo, String state) {
            timeline.on(daysAgo, () -> {
                String id = id();
                int before = steps.size();
                if (!id.isEmpty() && ownSteps(id) <= before + 1) {
                    Patience.await(who.handle() + " is " + state, () -> {
                        JsonNode now = manager.get("/api/v1/collaborations/" + id);
                        String reached = now.path("collaboration").path("state").asText();
                        boolean past = now.path("collaboration").path("atEnd").asBoolean();
                        return reached.equals(state) || past ? reached : null;
                    });
                }
            });
            return this;
        }

        /** Its identifier; empty before it began. */
        String id() {
            JsonNode page = manager.get("/api/v1/collaborations?limit=100&campaignId=" + campaign.get() + "&track="
                    + track + "&kolId=" + who.kolId());
            for (JsonNode item : page.path("items")) {
                if (item.path("accountId").asText().equals(who.accountId())) {
                    return item.path("id").asText();
                }
            }
            return "";
        }

        JsonNode detail() {
            return manager.get("/api/v1/collaborations/" + id());
        }

        private void begin(Beginning beginning) {
            if (id().isEmpty()) {
                int[] attempt = {0};
                Patience.await("the campaign service knows " + who.handle(), () -> {
                    String id = beginning.begin(attempt[0]++);
                    return id.isEmpty() ? null : id;
                });
            }
        }

        private void take(int step, String verb, Map<String, ?> body) {
            String id = id();
            if (id.isEmpty() || ownSteps(id) != step) {
                return;
            }
            // A timer may move the collaboration between reading and writing; then it is read again.
            Answer answer = null;
            for (int attempt = 0; attempt < 5; attempt++) {
                String etag =
                        manager.read("/api/v1/collaborations/" + id).orThrow().etag();
                answer = manager.command(
                        "/api/v1/collaborations/" + id + "/" + verb, body, etag, verb + " " + id + " " + step + etag);
                if (answer.accepted() || answer.status() != 412) {
                    break;
                }
            }
            if (answer != null && !answer.accepted()) {
                progress.accept(who.handle() + ": " + verb + " was refused: " + answer.body());
            }
        }

        /** How many steps people have taken, the first one included; the suite's timers don't count. */
        private int ownSteps(String id) {
            int own = 0;
            for (JsonNode entry : manager.get("/api/v1/collaborations/" + id + "/history")) {
                if (!entry.path("party").asText().equals("SYSTEM")) {
                    own++;
                }
            }
            return own;
        }
    }
}
