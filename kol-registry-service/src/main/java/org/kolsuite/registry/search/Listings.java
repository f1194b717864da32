package org.kolsuite.registry.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.registry.kol.model.Metrics;

/** Reads what is to be found from the database. Call inside a unit of work; reads across tenants when that is bound. */
@ApplicationScoped
class Listings {
    @Inject
    ObjectMapper json;

    /** A change that the index has to follow. */
    record Change(UUID tenant, Position position, UUID kolId) {}

    /**
     * A place in the change log.
     *
     * @param transaction PostgreSQL's number of the transaction that wrote there, as text: it is unsigned
     * @param seq among the rows of that transaction
     */
    record Position(String transaction, long seq) {
        static final Position BEGINNING = new Position("0", 0);
    }

    /** A listing and whose it is. */
    record Owned(UUID tenant, UUID kolId, Listing listing) {}

    private static final String SELECT = """
            select k.tenant_id, k.id as kol_id, a.id as account_id, k.display_name, a.display_name as account_name, a.handle,
                   a.platform, a.tier, a.followers, a.avg_views, a.avg_likes, a.avg_comments, a.avg_shares, a.avg_saves,
                   a.avg_engagements, coalesce(a.country, k.country), array_to_string(k.topics || coalesce(a.topics, '{}'), chr(31)),
                   p.amount_minor, p.currency, u.score, a.measured_on, k.subject is not null, k.agency_id,
                   concat_ws(' ', k.bio, (select string_agg(n.handle || ' ' || n.display_name, ' ') from account_name n
                                          where n.tenant_id = a.tenant_id and n.account_id = a.id))
            from kol k
            left join account a on a.tenant_id = k.tenant_id and a.kol_id = k.id
            left join lateral (
              select c.amount_minor, c.currency from (
                select distinct on (r.format) r.amount_minor, r.currency from rate_card r
                where r.tenant_id = a.tenant_id and r.account_id = a.id
                order by r.format, r.month desc, r.recorded_at desc) c
              order by c.amount_minor limit 1) p on true
            left join lateral (
              select x.score from account_audit x where x.tenant_id = a.tenant_id and x.account_id = a.id
              order by x.audited_at desc, x.id desc limit 1) u on true
            where k.erased_at is null""";

    /** Every listing after a KOL in the order of ids, some KOLs at a time. */
    Uni<List<Owned>> after(UUID kolId, int kols) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                SELECT
                                        + " and k.id in (select x.id from kol x where x.id > :after and x.erased_at is null order by x.id limit :kols)",
                                Object[].class)
                        .setParameter("after", kolId)
                        .setParameter("kols", kols)
                        .getResultList())
                .map(rows -> rows.stream().map(this::listing).toList());
    }

    Uni<List<Owned>> of(Collection<UUID> kolIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SELECT + " and k.id = any(:kols)", Object[].class)
                        .setParameter("kols", kolIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(this::listing).toList());
    }

    /** Everything that could have been listed of the KOLs, present or gone. */
    Uni<List<Owned>> idsOf(Collection<UUID> kolIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select tenant_id, id, id from kol where id = any(:kols)
                                union all select tenant_id, kol_id, id from account where kol_id = any(:kols)""", Object[].class)
                        .setParameter("kols", kolIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> {
                            Listing listing = new Listing();
                            listing.id = row[2].toString();
                            return new Owned((UUID) row[0], (UUID) row[1], listing);
                        })
                        .toList());
    }

    /** The position of the log now: changes from here on are not in a rebuild that begins after this was read. */
    Uni<Position> position() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select cast(c.xid as text), c.seq from search_change c
                                where c.xid < pg_snapshot_xmin(pg_current_snapshot())
                                order by c.xid desc, c.seq desc limit 1""", Object[].class).getSingleResultOrNull())
                .map(row -> row == null
                        ? Position.BEGINNING
                        : new Position((String) row[0], ((Number) row[1]).longValue()));
    }

    /**
     * Changes after a position, in the order of their transactions' numbers, and only of transactions older than any that still runs:
     * nothing can be added to what was read. By {@code seq} alone changes would be lost, because a transaction may commit what stands
     * before the rows of an older one. Ordered by {@code c.xid}: {@code xid} alone would be the text that is selected, where 10 comes
     * before 9.
     */
    Uni<List<Change>> changesAfter(Position position, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select c.tenant_id, cast(c.xid as text), c.seq, c.kol_id from search_change c
                                where (c.xid, c.seq) > (cast(cast(:transaction as text) as xid8), :seq)
                                  and c.xid < pg_snapshot_xmin(pg_current_snapshot())
                                order by c.xid, c.seq limit :most""", Object[].class)
                        .setParameter("transaction", position.transaction())
                        .setParameter("seq", position.seq())
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Change(
                                (UUID) row[0], new Position((String) row[1], ((Number) row[2]).longValue()), (UUID)
                                        row[3]))
                        .toList());
    }

    /** Forgets changes that every replica has long seen. */
    Uni<Integer> prune() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from search_change where at < now() - interval '1 day'")
                        .executeUpdate());
    }

    private Owned listing(Object[] row) {
        UUID kolId = (UUID) row[1];
        UUID accountId = (UUID) row[2];
        Metrics metrics = new Metrics(
                number(row[8]),
                null,
                null,
                number(row[9]),
                number(row[10]),
                number(row[11]),
                number(row[12]),
                number(row[13]),
                number(row[14]),
                null);
        List<String> topics = Stream.of(((String) row[16]).split("\u001F"))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
        Money price = row[17] == null ? null : Money.ofMinor(Objects.requireNonNull(number(row[17])), (String) row[18]);
        Integer score = row[19] == null ? null : ((Number) row[19]).intValue();
        ListingAnswer answer = new ListingAnswer(
                kolId,
                accountId,
                (String) (row[4] == null ? row[3] : row[4]),
                (String) row[5],
                (String) row[6],
                (String) row[7],
                metrics.followers(),
                metrics.avgViews(),
                metrics.engagementRate().orElse(null),
                metrics.engagementRateByFollowers().orElse(null),
                (String) row[15],
                topics,
                price,
                score,
                (LocalDate) row[20],
                (Boolean) row[21],
                (UUID) row[22]);
        Listing listing = new Listing();
        listing.id = (accountId == null ? kolId : accountId).toString();
        listing.kolId = kolId.toString();
        listing.displayName = answer.displayName();
        listing.handle = answer.handle();
        List<String> about = new ArrayList<>(topics);
        about.add((String) row[3]);
        about.add((String) row[23]);
        listing.about = String.join(" ", about);
        listing.platform = answer.platform();
        listing.tier = answer.tier();
        listing.country = answer.country();
        listing.topics = topics;
        listing.followers = answer.followers();
        listing.engagement =
                answer.engagementRate() == null ? answer.engagementRateByFollowers() : answer.engagementRate();
        listing.priceMinor = price == null ? null : price.amountMinor();
        listing.priceCurrency = price == null ? null : price.currency();
        listing.auditScore = score;
        listing.answer = write(answer);
        return new Owned((UUID) row[0], kolId, listing);
    }

    ListingAnswer read(String answer) {
        try {
            return json.readValue(answer, ListingAnswer.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("listings were written by this class", impossible);
        }
    }

    private String write(ListingAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Long number(@Nullable Object column) {
        return column == null ? null : ((Number) column).longValue();
    }
}
