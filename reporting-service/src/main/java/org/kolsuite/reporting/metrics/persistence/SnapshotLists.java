package org.kolsuite.reporting.metrics.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.Snapshot;
import org.kolsuite.reporting.metrics.model.Snapshot.Provenance;

/** Takes the snapshots of a post apart, whose columns are PostgreSQL's arrays of whole numbers as text: {@code {1,NULL,3}}. */
final class SnapshotLists {
    private static final int FIRST_LIST = 3;

    private SnapshotLists() {}

    /** @param post collaboration, post, provenance, the seven counters, taken and recorded at in microseconds, and the order */
    static List<Snapshot> of(Object[] post) {
        List<List<@Nullable Long>> lists = new ArrayList<>();
        for (int column = FIRST_LIST; column < post.length; column++) {
            lists.add(numbers((String) post[column]));
        }
        Provenance provenance = Provenance.valueOf((String) post[2]);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < lists.getLast().size(); i++) {
            snapshots.add(new Snapshot(
                    (String) post[1],
                    new Counters(
                            lists.get(0).get(i),
                            lists.get(1).get(i),
                            lists.get(2).get(i),
                            lists.get(3).get(i),
                            lists.get(4).get(i),
                            lists.get(5).get(i),
                            lists.get(6).get(i)),
                    provenance,
                    instant(lists.get(7).get(i)),
                    instant(lists.get(8).get(i)),
                    Objects.requireNonNull(lists.get(9).get(i))));
        }
        return snapshots;
    }

    private static List<@Nullable Long> numbers(String array) {
        List<@Nullable Long> numbers = new ArrayList<>();
        int from = 1;
        while (from < array.length()) {
            int comma = array.indexOf(',', from);
            int to = comma < 0 ? array.length() - 1 : comma;
            numbers.add(array.charAt(from) == 'N' ? null : Long.parseLong(array, from, to, 10));
            from = to + 1;
        }
        return numbers;
    }

    private static Instant instant(@Nullable Long micros) {
        return Instant.EPOCH.plus(Objects.requireNonNull(micros), ChronoUnit.MICROS);
    }
}
