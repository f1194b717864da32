package org.kolsuite.gateway.surroundings;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Who can sign in, with the claims that the realm gives them. */
public final class Users {
    public static final String LUMEN_BEAUTY = "0190a000-0000-7000-8000-00000000000a";

    private Users() {}

    /** The claims of a person of this name; a KOL for {@code xiaolin}, a member of Lumen Beauty for everybody else. */
    static JsonObject claimsOf(String user) {
        JsonObject claims = new JsonObject()
                .put("sub", "subject-of-" + user)
                .put("preferred_username", user)
                .put("name", "Name of " + user);
        if (user.equals("xiaolin")) {
            return claims.put("groups", new JsonArray().add("kol")).put("scope", "openid briefs:read");
        }
        return claims.put("groups", new JsonArray().add("brand-manager").add("default-roles-kol"))
                .put("scope", "openid")
                .put("tenant", LUMEN_BEAUTY)
                .put("tenant_name", "Lumen Beauty")
                .put("locale", "zh-CN");
    }
}
