package org.kolsuite.registry.audit.model;

import java.util.List;

/**
 * The integrated assessment of one account: score = 100 - sum of weight x severity, never below 0.
 *
 * @param score 100 is unsuspicious
 * @param confidence 0 to 1: the share of the signals' weight that data was there for
 */
public record Audit(String ruleVersion, int score, double confidence, List<Finding> findings) {
    public static final String RULE_VERSION = "shuijun-2";

    static Audit of(List<Finding> findings) {
        double penalty = findings.stream().mapToDouble(Finding::penalty).sum();
        int all = findings.stream().mapToInt(Finding::weight).sum();
        int measured = findings.stream()
                .filter(finding -> finding.outcome() != Finding.Outcome.MISSING)
                .mapToInt(Finding::weight)
                .sum();
        double confidence = all == 0 ? 0 : (double) measured / all;
        return new Audit(RULE_VERSION, (int) Math.max(0, Math.round(100 - penalty)), confidence, findings);
    }
}
