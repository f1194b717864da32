package org.kolsuite.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs contenders in turn, round after round, so that whatever else the machine does meets all of them alike. The first rounds warm up
 * and count for nothing; every second round goes backwards, so that nobody is always first.
 */
public final class Rounds {
    private final int warmUps;
    private final int rounds;

    public Rounds(int warmUps, int rounds) {
        if (warmUps < 0 || rounds < 1) {
            throw new IllegalArgumentException("at least one round");
        }
        this.warmUps = warmUps;
        this.rounds = rounds;
    }

    /** One run of one contender; what it returns is the round's result. */
    public interface Contender<T> {
        T run() throws Exception;
    }

    private record Turn<T>(Contender<T> contender, List<T> results) {}

    /** The results of each contender by round, in the order of {@code contenders}. */
    public <T> Map<String, List<T>> run(Map<String, Contender<T>> contenders) throws Exception {
        Map<String, List<T>> results = new LinkedHashMap<>();
        List<Turn<T>> turns = new ArrayList<>();
        contenders.forEach((name, contender) -> {
            List<T> own = new ArrayList<>();
            results.put(name, own);
            turns.add(new Turn<>(contender, own));
        });
        for (int round = -warmUps; round < rounds; round++) {
            for (Turn<T> turn : round % 2 == 0 ? turns : turns.reversed()) {
                T result = turn.contender().run();
                if (round >= 0) {
                    turn.results().add(result);
                }
            }
        }
        return results;
    }
}
