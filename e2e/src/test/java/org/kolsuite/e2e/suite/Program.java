package org.kolsuite.e2e.suite;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A program with an access token, as an MCN's system uses the partner API. */
public final class Program extends Caller {
    private final String token;

    public Program(String token) {
        this.token = token;
    }

    /** Gets its token from Keycloak by client credentials, asking for these scopes. */
    public static Program byClientCredentials(String clientId, String secret, String... scopes) {
        String form = "grant_type=client_credentials&client_id=" + encoded(clientId) + "&client_secret="
                + encoded(secret) + "&scope=" + encoded(String.join(" ", scopes));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RunningSuite.keycloak() + "/realms/kol/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return new Program(sent(request).expect(200).text("access_token"));
    }

    /** The agency of the demo, with every scope that partners have. */
    public static Program starlight() {
        return byClientCredentials(
                "mcn-starlight",
                "starlight-demo-secret",
                "briefs:read",
                "briefs:respond",
                "content:submit",
                "metrics:write",
                "payouts:read",
                "profile:write");
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
