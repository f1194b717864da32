package org.kolsuite.reporting.formula.model;

/**
 * A calculation that people agreed on. A change of meaning is a new version, so that two numbers for one metric can never
 * be shown without saying which is which.
 *
 * @param name stable, in capitals: {@code CPE}
 * @param version of this formula, for example {@code 1}
 * @param expression how it is computed, in words and symbols a reader can check
 * @param source who says so
 */
public record Formula(String name, String version, Unit unit, Better better, String expression, String source) {}
