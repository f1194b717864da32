package org.kolsuite.reporting.links.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.links.application.FollowLink;
import org.kolsuite.reporting.links.application.FollowLink.Visit;

/**
 * The public redirect of a tracked link: 302 to the stored target and to nothing else, never cached, so that every visit
 * comes by. GET by a person counts; HEAD, prefetches and bots are redirected alike and counted apart.
 */
@Path("/t/{slug}")
@Tag(name = "Public")
@PermitAll
public class TrackedLinkResource {
    @Inject
    FollowLink link;

    @GET
    @APIResponse(responseCode = "302", description = "To the link's target")
    @APIResponse(responseCode = "404", description = "Nobody issued this link")
    public Uni<Response> follow(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
            @HeaderParam("Sec-Purpose") @Nullable String secPurpose,
            @HeaderParam("Purpose") @Nullable String purpose,
            @HeaderParam("X-Moz") @Nullable String xMoz,
            @Context Request request) {
        Visit visit = new Visit(request.getMethod(), userAgent, first(secPurpose, purpose, xMoz));
        return link.follow(slug, visit)
                .map(target -> Response.status(Response.Status.FOUND)
                        .location(target)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Robots-Tag", "noindex, nofollow")
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
