package org.kolsuite.e2e.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The clocks of the services, which outside of production may be moved: forward only, all of them together. */
public final class Clocks {
    private static final List<String> SERVICES = List.of("kol-registry", "campaign", "payment", "reporting");

    private Clocks() {}

    public static Instant now() {
        return Instant.parse(
                Person.named("ada").get(clockOf("campaign")).expect(200).text("now"));
    }

    public static void advance(Duration duration) {
        Instant later = now().plus(duration);
        for (String service : SERVICES) {
            Person.named("ada")
                    .send("PUT", clockOf(service), "{\"now\":\"%s\"}".formatted(later), Map.of())
                    .expect(200);
        }
    }

    private static String clockOf(String service) {
        return "/api/v1/operations/" + service + "/clock";
    }
}
