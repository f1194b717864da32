package org.kolsuite.e2e.suite;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what one service hears from another. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Eventually() {}

    /** Asks again until the answer is as expected; fails with the last answer. */
    public static Answer answer(String what, Supplier<Answer> question, Predicate<Answer> expected) {
        Answer[] last = new Answer[1];
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            last[0] = question.get();
            if (!expected.test(last[0])) {
                throw new AssertionError(
                        what + ": " + last[0].request() + " answered " + last[0].status() + " " + last[0].text());
            }
        });
        return last[0];
    }
}
