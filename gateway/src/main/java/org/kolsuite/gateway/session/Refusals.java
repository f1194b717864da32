package org.kolsuite.gateway.session;

import org.kolsuite.gateway.problem.Problem;

/** What somebody is told whom we can't let in. Never a redirect: a program, or a script of our pages, reads these. */
public final class Refusals {
    private Refusals() {}

    /** Neither session nor token, or one that has ended. */
    public static Problem notSignedIn() {
        return new Problem(401, "NOT_SIGNED_IN", "Sign in first; the session may have ended.")
                .with("WWW-Authenticate", "Bearer realm=\"kol\"");
    }

    /** A token that is expired, forged, or meant for somebody else. */
    public static Problem tokenRefused() {
        return new Problem(401, "TOKEN_REFUSED", "The token is expired, or was not issued for this suite.")
                .with("WWW-Authenticate", "Bearer realm=\"kol\", error=\"invalid_token\"");
    }

    /** Keycloak doesn't answer, and without it nobody can tell. */
    public static Problem signInUnavailable() {
        return new Problem(503, "SIGN_IN_UNAVAILABLE", "Signing in does not work at the moment.")
                .with("Retry-After", "5");
    }
}
