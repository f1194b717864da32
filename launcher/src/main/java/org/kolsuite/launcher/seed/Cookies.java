package org.kolsuite.launcher.seed;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one browser on localhost. A cookie belongs to a host and a path, not to a port; and localhost counts as a safe place,
 * so that cookies marked Secure are sent there too.
 */
public final class Cookies {
    private final Map<Place, String> held = new LinkedHashMap<>();

    private record Place(String name, String path) {}

    /** Keeps what an answer sets, forgets what it takes away. */
    public void keep(HttpResponse<?> answer) {
        for (String line : answer.headers().allValues("Set-Cookie")) {
            HttpCookie cookie = HttpCookie.parse(line).getFirst();
            Place place = new Place(cookie.getName(), cookie.getPath() == null ? "/" : cookie.getPath());
            if (cookie.getMaxAge() == 0 || line.contains("1970")) {
                held.remove(place);
            } else {
                held.put(place, line.substring(line.indexOf('=') + 1).split(";", 2)[0]);
            }
        }
    }

    /** The {@code Cookie} header for a call there; empty without any. */
    public String headerFor(URI address) {
        return held.entrySet().stream()
                .filter(cookie -> address.getPath().startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
