package org.kolsuite.launcher;

/** Hears what happens while the suite starts. */
public interface Progress {
    /** A part is ready, so long after it was started. */
    void ready(String part, long nanos);

    static Progress silent() {
        return (part, nanos) -> {};
    }
}
