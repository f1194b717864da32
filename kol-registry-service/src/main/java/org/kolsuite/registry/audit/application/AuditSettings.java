package org.kolsuite.registry.audit.application;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import org.kolsuite.registry.audit.model.Signal;

/** The thresholds of the audit: defaults in application.properties, each with a named source. */
@ConfigMapping(prefix = "kol.audit")
interface AuditSettings {
    /** The share of its followers that an account may win in a day without remark. */
    double normalGrowthPerDay();

    Map<Signal, SignalSettings> signals();

    /** See {@link org.kolsuite.registry.audit.model.Threshold}. */
    interface SignalSettings {
        double limit();

        double severe();

        int weight();

        int minSample();

        String source();
    }
}
