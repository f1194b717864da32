package org.kolsuite.gateway;

/** In which order a call passes the gateway: filters by falling priority, then routes by rising order. */
public final class Order {
    /** Headers that every answer carries, refusals too. */
    public static final int SECURITY_HEADERS = 1000;

    public static final int HYGIENE = 900;
    public static final int BODY_SIZE = 800;
    public static final int ADDRESS_RATE = 700;

    /** Routes with an owner: the session and the APIs. */
    public static final int OWN_ROUTES = 500;

    /** After Quarkus has looked for a file: pages of the web front end, then whatever is left. */
    public static final int PAGES = 20_000;

    public static final int NOTHING_HERE = 30_000;

    private Order() {}
}
