package org.kolsuite.gateway.limits;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kolsuite.gateway.GatewaySettings;

/**
 * From where somebody calls. Behind an edge that is what the edge wrote at the end of {@code X-Forwarded-For}: whatever stands before
 * that, the caller may have sent along, and Quarkus believes the first (CASES S5). Without an edge the header says nothing at all.
 */
@ApplicationScoped
public class CallerAddress {
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|([^:]+):\\d+");

    private final boolean behindAnEdge;
    private final int hops;

    @Inject
    CallerAddress(
            GatewaySettings settings,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean forwarding,
            @ConfigProperty(name = "quarkus.http.proxy.allow-x-forwarded", defaultValue = "false")
                    boolean forwardedFor) {
        this(forwarding && forwardedFor, settings.edge().hops());
    }

    CallerAddress(boolean behindAnEdge, int hops) {
        if (hops < 1) {
            throw new IllegalArgumentException("kol.gateway.edge.hops is at least 1");
        }
        this.behindAnEdge = behindAnEdge;
        this.hops = hops;
    }

    /** An IP address, without a port. */
    public String of(HttpServerRequest request) {
        String connected = request.remoteAddress().hostAddress();
        return behindAnEdge ? among(request.headers().getAll("X-Forwarded-For"), connected) : connected;
    }

    /**
     * What the outermost hop that we trust wrote: each appends the address that called it.
     *
     * @param lines of the header, in the order in which they came
     * @param otherwise who is connected, when the header is missing
     */
    String among(List<String> lines, String otherwise) {
        List<String> named = lines.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        return named.isEmpty() ? otherwise : withoutPort(named.get(Math.max(0, named.size() - hops)));
    }

    private static String withoutPort(String address) {
        Matcher known = WITH_PORT.matcher(address);
        if (!known.matches()) {
            return address;
        }
        return known.group(1) == null ? known.group(2) : known.group(1);
    }
}
