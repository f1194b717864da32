package org.kolsuite.launcher.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What happens on which day before today. The services' clocks are moved to each day in turn, and back to the present at the end. */
final class Timeline {
    /** Whoever keeps dates of its own; the registry's come with its files. */
    private static final List<String> SERVICES = List.of("campaign", "payment", "reporting");

    private final NavigableMap<Integer, ArrayList<Runnable>> days = new TreeMap<>(Comparator.reverseOrder());
    private final Visitor admin;
    private final Instant present;

    Timeline(Visitor admin, Instant present) {
        this.admin = admin;
        this.present = present;
    }

    void on(int daysAgo, Runnable event) {
        days.computeIfAbsent(daysAgo, day -> new ArrayList<>()).add(event);
    }

    /** The instant of a day, in the middle of its working hours. */
    Instant day(int daysAgo) {
        return present.minus(Duration.ofDays(daysAgo));
    }

    void run() {
        try {
            days.forEach((daysAgo, events) -> {
                moveTo(day(daysAgo));
                events.forEach(Runnable::run);
            });
        } finally {
            moveTo(Instant.now());
        }
    }

    private void moveTo(Instant now) {
        for (String service : SERVICES) {
            admin.put("/api/v1/operations/" + service + "/clock", Map.of("now", now.toString()), "")
                    .orThrow();
        }
    }
}
