package org.kolsuite.reporting.formula.model;

/** What a figure's value counts. */
public enum Unit {
    /** Minor units of the figure's currency; a cost per something may have a fraction of one. */
    MONEY,
    /** One thing divided by another: 0.05 is five per cent, 1.8 is 1.8 for each one. */
    RATIO,
    /** A whole number of things. */
    COUNT
}
