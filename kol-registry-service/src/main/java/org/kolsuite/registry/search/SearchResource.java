package org.kolsuite.registry.search;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;

/** Finding KOLs. */
@Path("/api/v1/kols")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "KOLs")
public class SearchResource {
    @Inject
    CurrentCaller callers;

    @Inject
    SearchKols searchKols;

    @Inject
    Indexer indexer;

    /** Full-text search with filters, facets and sort; a hit is an account, or a KOL without one. */
    @GET
    @Blocking
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public SearchKols.Found search(
            @QueryParam("q") @Nullable @Size(max = 200) String q,
            @QueryParam("platform") @Size(max = 20) List<String> platform,
            @QueryParam("tier") @Size(max = 20) List<String> tier,
            @QueryParam("topic") @Size(max = 50) List<String> topic,
            @QueryParam("country") @Size(max = 50) List<String> country,
            @QueryParam("followersFrom") @Nullable @PositiveOrZero Long followersFrom,
            @QueryParam("followersTo") @Nullable @PositiveOrZero Long followersTo,
            @QueryParam("engagementFrom") @Nullable @PositiveOrZero Double engagementFrom,
            @QueryParam("engagementTo") @Nullable @PositiveOrZero Double engagementTo,
            @QueryParam("priceFromMinor") @Nullable @PositiveOrZero Long priceFromMinor,
            @QueryParam("priceToMinor") @Nullable @PositiveOrZero Long priceToMinor,
            @QueryParam("priceCurrency") @Nullable @Size(max = 3) String priceCurrency,
            @QueryParam("sort")
                    @DefaultValue("relevance")
                    @Pattern(regexp = "relevance|followers|engagement|price|audit|name")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return searchKols.search(
                callers.member(),
                new SearchKols.Query(
                        q,
                        platform,
                        tier,
                        topic,
                        country,
                        followersFrom,
                        followersTo,
                        engagementFrom,
                        engagementTo,
                        priceFromMinor,
                        priceToMinor,
                        priceCurrency,
                        SearchKols.Sort.valueOf(sort.toUpperCase(Locale.ROOT)),
                        cursor,
                        limit));
    }

    /** What came of a rebuild. */
    public record Rebuilt(boolean ready) {}

    /** Fills this replica's index anew from the database; searches go on meanwhile with what is there. */
    @POST
    @Path("/search-index/rebuild")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Rebuilt> rebuild() {
        return Uni.createFrom().completionStage(indexer::rebuild).map(done -> new Rebuilt(indexer.isReady()));
    }
}
