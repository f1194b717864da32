package org.kolsuite.gateway.routing;

import java.net.URI;

/**
 * One service behind the gateway.
 *
 * @param name as it is spoken of in answers, health and metrics
 * @param address scheme, host and port
 */
public record Service(String name, URI address) {
    int port() {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return isTls() ? 443 : 80;
    }

    boolean isTls() {
        return "https".equals(address.getScheme());
    }
}
