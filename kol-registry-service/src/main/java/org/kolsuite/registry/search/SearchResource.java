package org.kolsuite.registry.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.registry.shortlist.KolLists;

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

    @Inject
    KolLists lists;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Vertx vertx;

    /**
     * Full-text search with filters, facets and sort; a hit is an account, or a KOL without one.
     *
     * @param list only accounts that stand on this list
     */
    @GET
    @RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
    public Uni<SearchKols.Found> search(
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
            @QueryParam("list") @Nullable UUID list,
            @QueryParam("sort")
                    @DefaultValue("relevance")
                    @Pattern(regexp = "relevance|followers|engagement|price|audit|name")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller.Member caller = callers.member();
        SearchKols.Query query = new SearchKols.Query(
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
                limit,
                null);
        if (list == null) {
            return onWorker(caller, query);
        }
        return unitOfWork
                .as(caller, () -> lists.require(list).chain(() -> lists.entries(list)))
                .chain(entries -> onWorker(
                        caller,
                        query.among(
                                entries.stream().map(KolLists.Entry::accountId).toList())));
    }

    /** The index is on this machine's disk, so that a search blocks. */
    private Uni<SearchKols.Found> onWorker(Caller.Member caller, SearchKols.Query query) {
        return vertx.executeBlocking(() -> searchKols.search(caller, query), false);
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
