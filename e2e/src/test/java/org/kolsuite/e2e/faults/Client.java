package org.kolsuite.e2e.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.RunningSuite;

/**
 * A person's browser that doesn't give up: what is not answered, or answered with "come back", is sent again under the same key until
 * there is an answer; a session that was lost is begun anew.
 */
final class Client {
    /** "Come back later", by whoever says it; everything else is an answer. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);

    private static final Duration PAUSE = Duration.ofMillis(250);
    /** Longer than anything takes to come back; who waits longer says so instead of waiting for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String username;
    private final Told told;
    private final String gateway;
    private @Nullable Person person;

    Client(String username, Told told) {
        this(username, told, RunningSuite.address());
    }

    /** @param gateway the replica that is asked; who signs in does so at the first */
    Client(String username, Told told, String gateway) {
        this.username = username;
        this.told = told;
        this.gateway = gateway;
    }

    /** Asks until there is an answer. */
    Answer ask(Function<Person, Answer> request) {
        return ask(request, anything -> true);
    }

    /** Asks until the answer is as it must become. */
    Answer ask(Function<Person, Answer> request, Predicate<Answer> expected) {
        long begin = System.nanoTime();
        String last = "nothing";
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            Person somebody = signedIn();
            Instant asked = Instant.now();
            try {
                Answer answer = request.apply(somebody);
                last = answer.request() + " answered " + answer.status() + " " + answer.text();
                if (answer.status() == 503) {
                    told.unavailable.incrementAndGet();
                }
                if (answer.status() == 401) {
                    person = null;
                } else if (!NOT_NOW.contains(answer.status()) && !isInFlight(answer)) {
                    if (answer.status() >= 500) {
                        told.complain(last);
                    } else if (expected.test(answer)) {
                        return answer;
                    }
                } else if (isGivenUp(answer)) {
                    told.givenUp(asked);
                } else if (answer.status() != 409
                        && answer.header("Retry-After").isEmpty()
                        && !isBare(answer)) {
                    told.complain("without Retry-After: " + last);
                }
            } catch (UncheckedIOException noAnswer) {
                // The gateway is down or has broken off: nobody knows what became of it.
                last = String.valueOf(noAnswer.getMessage());
                told.brokenOff(asked);
            }
            told.sentAgain.incrementAndGet();
            sleep(PAUSE);
        }
        throw new AssertionError("no answer within " + PATIENCE + ", the last: " + last);
    }

    /** A request that changes something and must succeed. */
    Answer done(Function<Person, Answer> request) {
        Answer answer = ask(request);
        if (answer.status() / 100 == 2) {
            told.accepted.incrementAndGet();
        } else {
            told.complain(answer.request() + " was refused: " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean isInFlight(Answer answer) {
        return answer.status() == 409 && answer.text("code").equals("REQUEST_IN_FLIGHT");
    }

    /** Quarkus answers so while it stops, and closes the connection. What a service says the gateway completes; of itself nobody can. */
    private static boolean isBare(Answer answer) {
        return answer.status() == 503 && answer.text().isEmpty();
    }

    /** The gateway had sent it on, and the service broke off or did not answer. */
    private static boolean isGivenUp(Answer answer) {
        return answer.status() == 503
                && answer.text("detail").contains("does not answer just now")
                && answer.header("Retry-After").isPresent();
    }

    private Person signedIn() {
        Person known = person;
        long begin = System.nanoTime();
        while (known == null) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError(username + " could not sign in within " + PATIENCE);
            }
            try {
                known = Person.signIn(username).at(gateway);
                person = known;
            } catch (UncheckedIOException | AssertionError notNow) {
                sleep(PAUSE);
            }
        }
        return known;
    }
}
