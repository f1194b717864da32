package org.kolsuite.campaign.collaboration.rest;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with several things at the same moment. */
final class Race {
    private Race() {}

    static <T, R> List<R> between(List<T> runners, Function<T, R> run) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> running = runners.stream()
                    .map(runner -> pool.submit(() -> run.apply(runner)))
                    .toList();
            List<R> results = new java.util.ArrayList<>();
            for (Future<R> each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
