package org.kolsuite.reporting.links.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a tracked link leads: an absolute http or https address with a host, and nothing that a browser would run. */
public record LinkTarget(URI address) {

    /** Empty when the text isn't such an address. */
    public static Optional<LinkTarget> parse(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            return web && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(new LinkTarget(address))
                    : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
