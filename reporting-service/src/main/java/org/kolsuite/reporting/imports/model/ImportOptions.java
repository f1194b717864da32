package org.kolsuite.reporting.imports.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param template a template's name, or null
 * @param mapping column by field; empty to take the template's, or to guess
 * @param headerLine 1-based; null to guess
 * @param asOf when the counters were taken, or of which moment the shop's report is; null when a column says so
 * @param zone of times without an offset
 * @param currency of amounts whose line names none
 * @param shop the orders' shop; empty for metrics
 * @param paidIsNet whether the paid column has refunds taken out already
 */
public record ImportOptions(
        ImportMode mode,
        @Nullable String template,
        Map<String, String> mapping,
        @Nullable Long headerLine,
        @Nullable Instant asOf,
        String zone,
        String currency,
        String shop,
        boolean paidIsNet) {
    public ImportOptions {
        mapping = Map.copyOf(mapping);
    }
}
