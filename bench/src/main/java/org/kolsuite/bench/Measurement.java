package org.kolsuite.bench;

import java.util.List;

/** One row of the bench: something that people wait for, measured beside a floor or a peer in the same run. */
public interface Measurement {
    /** As people name it on the command line, e.g. {@code gateway-read}. */
    String name();

    /** What is measured, against what, in one line. */
    String about();

    /** Measures; may take minutes. What it starts it also stops, unless {@link Bench} does so. */
    List<Figure> measure(Bench bench) throws Exception;
}
