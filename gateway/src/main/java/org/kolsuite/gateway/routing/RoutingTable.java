package org.kolsuite.gateway.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kolsuite.gateway.GatewaySettings;

/** Who answers what, by the first path segment; configuration, read once. */
@ApplicationScoped
public class RoutingTable {
    private static final Pattern API = Pattern.compile("/(?:api|partner)/v1/([^/]+)(?:/.*)?");
    /** The audit trail, dead letters and clock of each service, which name the service in their second segment. */
    private static final Pattern OPERATIONS = Pattern.compile("/api/v1/operations/([^/]+)(?:/.*)?");

    private static final Pattern TRACKED_LINK = Pattern.compile("/t/[^/]+");

    private final Map<String, Service> services = new TreeMap<>();
    private final Map<String, Service> bySegment = new HashMap<>();
    private final Service trackedLinks;

    RoutingTable(GatewaySettings settings) {
        settings.services().forEach((name, service) -> {
            Service known = new Service(name, service.url());
            services.put(name, known);
            service.segments().forEach(segment -> assign(segment, known));
        });
        trackedLinks = Optional.ofNullable(services.get(settings.trackedLinks()))
                .orElseThrow(() -> new IllegalStateException("kol.gateway.tracked-links names no service"));
    }

    private void assign(String segment, Service service) {
        Service other = bySegment.put(segment, service);
        if (other != null) {
            throw new IllegalStateException(
                    "Two services claim /%s: %s and %s".formatted(segment, other.name(), service.name()));
        }
    }

    /** The service that owns this API path; empty when nobody does. */
    Optional<Service> ownerOf(String path) {
        Matcher operations = OPERATIONS.matcher(path);
        if (operations.matches()) {
            return Optional.ofNullable(services.get(operations.group(1)));
        }
        Matcher api = API.matcher(path);
        return api.matches() ? Optional.ofNullable(bySegment.get(api.group(1))) : Optional.empty();
    }

    /** The service that redirects this tracked link; empty when the path is none. */
    Optional<Service> redirectorOf(String path) {
        return TRACKED_LINK.matcher(path).matches() ? Optional.of(trackedLinks) : Optional.empty();
    }

    /** Every service, by name. */
    public Collection<Service> services() {
        return services.values();
    }
}
