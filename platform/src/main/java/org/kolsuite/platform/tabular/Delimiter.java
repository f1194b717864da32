package org.kolsuite.platform.tabular;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/** Which of {@code , ; tab |} separates the cells: the one that cuts most rows into the same number of cells. */
final class Delimiter {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE_ROWS = 200;

    private Delimiter() {}

    static char of(String sample, Limits limits) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(sample, candidate, limits);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(String sample, char candidate, Limits limits) {
        Map<Integer, Integer> rowsByWidth = new HashMap<>();
        CsvRows rows = new CsvRows(new StringReader(sample), candidate, limits);
        for (int n = 0; n < SAMPLE_ROWS && rows.hasNext(); n++) {
            rowsByWidth.merge(rows.next().cells().size(), 1, Integer::sum);
        }
        return rowsByWidth.entrySet().stream()
                .mapToLong(entry -> (long) entry.getValue() * (entry.getKey() - 1))
                .max()
                .orElse(0);
    }
}
