package org.kolsuite.reporting.imports.model;

/**
 * What a file is like.
 *
 * @param lines below the header
 * @param errorLines lines with at least one error
 */
public record Judgement(long lines, long errorLines, long warnings) {
    public static final Judgement NOTHING_READ = new Judgement(0, 0, 0);

    public static Judgement of(Part<?> part) {
        return new Judgement(part.lines(), part.errorLines(), part.warnings());
    }

    public Judgement plus(Judgement other) {
        return new Judgement(lines + other.lines, errorLines + other.errorLines, warnings + other.warnings);
    }
}
