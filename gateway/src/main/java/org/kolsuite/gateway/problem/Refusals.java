package org.kolsuite.gateway.problem;

import io.vertx.core.http.HttpHeaders;

/**
 * Everything that the gateway itself ever says no with: one place, one code each, the codes that the services use where they mean
 * the same. docs/errors.md lists them.
 */
public final class Refusals {
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private Refusals() {}

    /** A path, host or authorization that can be read in two ways. */
    public static Problem ambiguousRequest(String complaint) {
        return new Problem(400, "AMBIGUOUS_REQUEST", complaint);
    }

    /** The request can't be read at all. */
    public static Problem badRequest() {
        return new Problem(400, "BAD_REQUEST", "The request can't be understood.");
    }

    /** Signing in would lead away from here. */
    public static Problem returnNotAllowed() {
        return new Problem(400, "RETURN_NOT_ALLOWED", "Signing in leads back to a path of this site only.");
    }

    /** Nobody, or somebody whose session has ended. Never a redirect: a script or a program reads this. */
    public static Problem signInRequired() {
        return new Problem(401, "SIGN_IN_REQUIRED", "Sign in first; the session may have ended.")
                .with(WWW_AUTHENTICATE, "Bearer realm=\"kol\"");
    }

    /** A token that is expired, forged, or meant for somebody else. */
    public static Problem tokenRefused() {
        return new Problem(401, "SIGN_IN_REQUIRED", "The token is expired, or was not issued for this suite.")
                .with(WWW_AUTHENTICATE, "Bearer realm=\"kol\", error=\"invalid_token\"");
    }

    /** Another site made the browser send this. */
    public static Problem crossSiteRequest() {
        return new Problem(403, "CROSS_SITE_REQUEST", "This request did not come from our own pages.");
    }

    public static Problem notFound() {
        return new Problem(404, "NOT_FOUND", "There is nothing here.");
    }

    /** The package was built with {@code -Dskip.webui} and never otherwise. */
    public static Problem noWebFrontEnd() {
        return new Problem(404, "NO_WEB_FRONT_END", "This build is without the web front end.");
    }

    /**
     * The address doesn't answer to that verb.
     *
     * @param allowed those it does answer to, as {@code Allow} lists them
     */
    public static Problem methodNotAllowed(String allowed) {
        return new Problem(405, "METHOD_NOT_ALLOWED", "This address answers only to " + allowed + ".")
                .with(HttpHeaders.ALLOW.toString(), allowed);
    }

    /** More than one request may carry. */
    public static Problem bodyTooLarge(long limitBytes) {
        return new Problem(413, "BODY_TOO_LARGE", "A request carries at most " + limitBytes / 1024 / 1024 + " MB.")
                .with(HttpHeaders.CONNECTION.toString(), "close");
    }

    /** More calls than anybody makes by hand. */
    public static Problem tooManyRequests(long waitSeconds) {
        return new Problem(
                        429, "TOO_MANY_REQUESTS", "Too many calls in a short time; try again in " + waitSeconds + " s.")
                .with(HttpHeaders.RETRY_AFTER.toString(), Long.toString(waitSeconds));
    }

    /** A fault of ours; the log has it under the trace id. */
    public static Problem internalError() {
        return new Problem(500, "INTERNAL_ERROR", "Something went wrong here. Nothing is wrong with the request.");
    }

    /** A part of the suite doesn't answer. */
    public static Problem temporarilyUnavailable(String part) {
        return new Problem(
                        503, "TEMPORARILY_UNAVAILABLE", "A part of the suite (" + part + ") does not answer just now.")
                .with(HttpHeaders.RETRY_AFTER.toString(), "3");
    }

    /** A part of the suite is coming or going, and took nothing of the call. */
    public static Problem notReady(String part) {
        return new Problem(503, "TEMPORARILY_UNAVAILABLE", "A part of the suite (" + part + ") is not ready just now.")
                .with(HttpHeaders.RETRY_AFTER.toString(), "2");
    }

    /** More calls wait for a part of the suite than it can answer soon. */
    public static Problem tooMuchToDo(String part) {
        return new Problem(
                        503,
                        "TEMPORARILY_UNAVAILABLE",
                        "A part of the suite (" + part + ") has too much to do just now.")
                .with(HttpHeaders.RETRY_AFTER.toString(), "2");
    }
}
