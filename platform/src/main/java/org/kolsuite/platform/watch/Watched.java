package org.kolsuite.platform.watch;

import java.util.List;

/** A part of a service that says what operators should watch of it. Each bean's figures become metrics. */
public interface Watched {
    List<Figure> figures();
}
