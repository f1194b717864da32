package org.kolsuite.reporting.links.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.links.model.ClickPolicy;
import org.kolsuite.reporting.projection.Marks;

/**
 * Follows a tracked link: finds the slug across tenants, counts the click as a fact of the tenant that issued it, and
 * says where it leads. What could not be counted is not redirected either: the visitor's browser tries again.
 */
@ApplicationScoped
public class FollowLink {
    private static final Pattern SLUG = Pattern.compile("[\\w-]{1,100}");
    private static final int USER_AGENT_CHARS = 300;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Marks marks;

    @Inject
    Clock clock;

    /** What a request says of itself. */
    public record Visit(
            String method,
            @Nullable String userAgent,
            @Nullable String purpose) {}

    private record Link(UUID tenant, UUID collaboration, URI target) {}

    /** Where the link leads; {@link UnknownLink} for a slug that nobody issued. */
    public Uni<URI> follow(String slug, Visit visit) {
        if (!SLUG.matcher(slug).matches()) {
            throw new UnknownLink();
        }
        return unitOfWork
                .acrossTenants(() -> find(slug))
                .onItem()
                .ifNull()
                .failWith(UnknownLink::new)
                .chain(link -> unitOfWork
                        .as(new Caller.System(link.tenant(), "tracked-link"), () -> count(slug, link, visit))
                        .replaceWith(link.target()));
    }

    private static Uni<@Nullable Link> find(String slug) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select tenant_id, collaboration_id, target from tracked_link where slug = :slug",
                                Object[].class)
                        .setParameter("slug", slug)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new Link((UUID) row[0], (UUID) row[1], URI.create((String) row[2])));
    }

    private Uni<Void> count(String slug, Link link, Visit visit) {
        Instant now = clock.instant();
        String userAgent = shortened(visit.userAgent());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into click_fact (id, slug, collaboration_id, kind, rule_version, method, user_agent, purpose,
                                                        happened_at, recorded_at)
                                values (:id, :slug, :collaboration, :kind, :version, :method, :agent, :purpose, :now, :now)""")
                        .setParameter("id", Ids.next())
                        .setParameter("slug", slug)
                        .setParameter("collaboration", link.collaboration())
                        .setParameter(
                                "kind",
                                ClickPolicy.classify(visit.method(), userAgent, visit.purpose())
                                        .name())
                        .setParameter("version", ClickPolicy.VERSION)
                        .setParameter("method", visit.method())
                        .setParameter("agent", userAgent)
                        .setParameter("purpose", shortened(visit.purpose()))
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(() -> marks.subjects(List.of(link.collaboration())));
    }

    /** Without characters that PostgreSQL can't store, and no longer than is useful. */
    private static @Nullable String shortened(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String clean = header.replace('\0', ' ');
        return clean.length() > USER_AGENT_CHARS ? clean.substring(0, USER_AGENT_CHARS) : clean;
    }
}
