package org.kolsuite.reporting.orders.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.reporting.orders.model.Attribution;
import org.kolsuite.reporting.orders.model.AttributionPolicy;
import org.kolsuite.reporting.orders.model.AttributionPolicy.KnownCode;
import org.kolsuite.reporting.orders.model.ListedOrder;
import org.kolsuite.reporting.orders.model.OrderFilter;
import org.kolsuite.reporting.orders.model.OrderKey;
import org.kolsuite.reporting.orders.model.OrderState;
import org.kolsuite.reporting.orders.model.PromoCode;
import org.kolsuite.reporting.orders.model.Receipts;
import org.kolsuite.reporting.projection.Marks;
import org.kolsuite.reporting.report.model.Facts;

/**
 * The appended order facts and {@code order_current}, which says what counts of each order now. Rows go in and out in
 * bulk, so this speaks SQL; every method runs in the open transaction.
 */
@ApplicationScoped
public class OrderFacts {
    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** The newest fact of an order, as attribution needs it. */
    public record Newest(OrderKey key, UUID factId, String currency, List<PromoCode> codes) {}

    /** Whose an order is, ready to be stored. */
    public record Decided(Newest order, Attribution attribution) {}

    /**
     * Attribution reads codes and writes orders; imports and newly issued codes take turns, so that neither misses the
     * other.
     */
    public Uni<Void> lockAttribution() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended('attribution ' || kol_tenant(), 0))) l",
                                Integer.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /**
     * Appends what a report says; a line that says what is known already adds nothing.
     *
     * @param lines JSON objects with the columns of {@code order_fact}
     * @return how many were new
     */
    public Uni<Integer> append(UUID importId, List<String> lines) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into order_fact (id, shop, order_number, state, currency, paid_minor, refunded_minor,
                                    paid_is_net, margin_minor, codes, happened_at, as_of, recorded_at, import_id, line, content_hash)
                                select gen_random_uuid(), r.shop, r.order_number, r.state, r.currency, r.paid_minor, r.refunded_minor,
                                    r.paid_is_net, r.margin_minor, r.codes, r.happened_at, r.as_of, :now, :import, r.line, r.content_hash
                                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (shop text, order_number text, state text,
                                    currency text, paid_minor bigint, refunded_minor bigint, paid_is_net boolean, margin_minor bigint,
                                    codes text[], happened_at timestamptz, as_of timestamptz, line bigint, content_hash text)
                                left join order_current c on c.tenant_id = kol_tenant() and c.shop = r.shop and c.order_number = r.order_number
                                where c.content_hash is distinct from r.content_hash
                                on conflict do nothing""")
                        .setParameter("now", clock.instant())
                        .setParameter("import", importId)
                        .setParameter("rows", "[" + String.join(",", lines) + "]")
                        .executeUpdate());
    }

    /** The codes that campaigns of this tenant issued, with the currency they count in. */
    public Uni<Map<PromoCode, KnownCode>> knownCodes() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select i.code, i.collaboration_id, p.currency from issued_code i
                                join collaboration_known c on c.collaboration_id = i.collaboration_id
                                join campaign_known p on p.campaign_id = c.campaign_id""", Object[].class).getResultList())
                .map(rows -> {
                    Map<PromoCode, KnownCode> known = new HashMap<>();
                    rows.forEach(row ->
                            known.put(new PromoCode((String) row[0]), new KnownCode((UUID) row[1], (String) row[2])));
                    return known;
                });
    }

    /** What the newest report says of each of these orders. */
    public Uni<List<Newest>> newest(List<OrderKey> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select distinct on (f.shop, f.order_number) f.shop, f.order_number, f.id, f.currency,
                                    array_to_string(f.codes, ' ')
                                from order_fact f
                                join unnest(cast(:shops as text[]), cast(:numbers as text[])) k (shop, order_number)
                                  on k.shop = f.shop and k.order_number = f.order_number
                                where f.tenant_id = kol_tenant()
                                order by f.shop, f.order_number, f.as_of desc, f.recorded_at desc, f.seq desc""", Object[].class)
                        .setParameter("shops", keys.stream().map(OrderKey::shop).toArray(String[]::new))
                        .setParameter(
                                "numbers",
                                keys.stream().map(OrderKey::orderNumber).toArray(String[]::new))
                        .getResultList())
                .map(OrderFacts::toNewest);
    }

    private static List<Newest> toNewest(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Newest(
                        new OrderKey((String) row[0], (String) row[1]),
                        (UUID) row[2],
                        (String) row[3],
                        PromoCode.listedIn((String) row[4])))
                .toList();
    }

    /** Stores whose the orders are and marks everybody whose results change by it, before and after. */
    public Uni<Void> decide(List<Decided> decided) {
        Marks.noted();
        return store(decided, true);
    }

    /** Stores whose the orders are; the caller folds everything anyway. */
    public Uni<Void> decideUnmarked(List<Decided> decided) {
        return store(decided, false);
    }

    private Uni<Void> store(List<Decided> decided, boolean marking) {
        if (decided.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with decided as (
                                  select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (fact_id uuid, shop text,
                                    order_number text, collaboration_id uuid, attributed_by text, flagged boolean, unattributed_why text)),
                                before as (
                                  select c.collaboration_id from order_current c join decided d
                                    on d.shop = c.shop and d.order_number = c.order_number
                                  where c.tenant_id = kol_tenant()),
                                stored as (
                                  insert into order_current (shop, order_number, fact_id, state, currency, paid_minor, refunded_minor,
                                    paid_is_net, margin_minor, codes, happened_at, as_of, content_hash, collaboration_id, attributed_by,
                                    flagged, unattributed_why, rule_version)
                                  select f.shop, f.order_number, f.id, f.state, f.currency, f.paid_minor, f.refunded_minor, f.paid_is_net,
                                    f.margin_minor, f.codes, f.happened_at, f.as_of, f.content_hash, d.collaboration_id, d.attributed_by,
                                    d.flagged, d.unattributed_why, :version
                                  from decided d join order_fact f on f.tenant_id = kol_tenant() and f.id = d.fact_id
                                  on conflict (tenant_id, shop, order_number) do update set fact_id = excluded.fact_id,
                                    state = excluded.state, currency = excluded.currency, paid_minor = excluded.paid_minor,
                                    refunded_minor = excluded.refunded_minor, paid_is_net = excluded.paid_is_net,
                                    margin_minor = excluded.margin_minor, codes = excluded.codes, happened_at = excluded.happened_at,
                                    as_of = excluded.as_of, content_hash = excluded.content_hash,
                                    collaboration_id = excluded.collaboration_id, attributed_by = excluded.attributed_by,
                                    flagged = excluded.flagged, unattributed_why = excluded.unattributed_why,
                                    rule_version = excluded.rule_version
                                  returning collaboration_id)
                                insert into fold_mark (subject_id)
                                select distinct collaboration_id from (select * from before union all select * from stored) touched
                                where collaboration_id is not null and :marking""")
                        .setParameter("marking", marking)
                        .setParameter(
                                "rows",
                                write(decided.stream().map(OrderFacts::columns).toList()))
                        .setParameter("version", AttributionPolicy.VERSION)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Map<String, @Nullable Object> columns(Decided decided) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("fact_id", decided.order().factId());
        row.put("shop", decided.order().key().shop());
        row.put("order_number", decided.order().key().orderNumber());
        switch (decided.attribution()) {
            case Attribution.Attributed(UUID collaboration, PromoCode by, boolean flagged) -> {
                row.put("collaboration_id", collaboration);
                row.put("attributed_by", by.value());
                row.put("flagged", flagged);
            }
            case Attribution.Unattributed(Attribution.Why why) -> {
                row.put("flagged", false);
                row.put("unattributed_why", why.name());
            }
        }
        return row;
    }

    /** Orders that list one of the codes. */
    public Uni<List<OrderKey>> listing(List<PromoCode> codes) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select shop, order_number from order_current where codes && cast(:codes as text[])",
                                Object[].class)
                        .setParameter(
                                "codes", codes.stream().map(PromoCode::value).toArray(String[]::new))
                        .getResultList())
                .map(OrderFacts::toKeys);
    }

    /** The codes of a campaign's collaborations. */
    public Uni<List<PromoCode>> codesOf(UUID campaignId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select i.code from issued_code i join collaboration_known c on c.collaboration_id = i.collaboration_id
                                where c.campaign_id = :campaign""", String.class)
                        .setParameter("campaign", campaignId)
                        .getResultList())
                .map(codes -> codes.stream().map(PromoCode::new).toList());
    }

    /**
     * What the newest report says of the orders that follow one, for a rebuild.
     *
     * @param after null to begin
     */
    public Uni<List<Newest>> newestAfter(@Nullable OrderKey after, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select distinct on (f.shop, f.order_number) f.shop, f.order_number, f.id, f.currency,
                                    array_to_string(f.codes, ' ')
                                from order_fact f
                                where f.tenant_id = kol_tenant() and (f.shop, f.order_number) > (:shop, :number)
                                order by f.shop, f.order_number, f.as_of desc, f.recorded_at desc, f.seq desc
                                limit :most""", Object[].class)
                        .setParameter("shop", after == null ? "" : after.shop())
                        .setParameter("number", after == null ? "" : after.orderNumber())
                        .setParameter("most", most)
                        .getResultList())
                .map(OrderFacts::toNewest);
    }

    /** The orders that count for each collaboration. */
    public Uni<Map<UUID, List<Facts.Order>>> of(UUID[] collaborations) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select collaboration_id, state, currency, paid_minor, refunded_minor, paid_is_net, margin_minor,
                                    happened_at, as_of
                                from order_current
                                where tenant_id = kol_tenant() and collaboration_id = any(:collaborations)""", Object[].class)
                        .setParameter("collaborations", collaborations)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0], Collectors.mapping(OrderFacts::toOrder, Collectors.toList()))));
    }

    private static Facts.Order toOrder(Object[] row) {
        String currency = (String) row[2];
        return new Facts.Order(
                OrderState.ofCode((String) row[1]),
                new Receipts(Money.ofMinor((Long) row[3], currency), Money.ofMinor((Long) row[4], currency), (Boolean)
                        row[5]),
                row[6] == null ? null : Money.ofMinor((Long) row[6], currency),
                Columns.instant(row[7]),
                Columns.instant(row[8]));
    }

    /**
     * Newest first.
     *
     * @param search part of an order number or a whole code; null for all
     */
    public Uni<Page<ListedOrder>> list(
            OrderFilter filter,
            @Nullable UUID campaign,
            @Nullable String search,
            @Nullable String cursorText,
            int limit) {
        Cursor cursor = Cursor.decode(cursorText, 3);
        String from = " " + """
                from order_current o
                left join collaboration_known c on c.collaboration_id = o.collaboration_id
                left join campaign_known p on p.campaign_id = c.campaign_id
                left join kol_known k on k.kol_id = c.kol_id
                where (cast(:campaign as uuid) is null or c.campaign_id = cast(:campaign as uuid))
                  and (cast(:search as text) is null or strpos(o.order_number, :search) > 0 or upper(:search) = any(o.codes))
                  and """ + " " + condition(filter);
        String after = cursor == null ? "" : " and (o.happened_at, o.shop, o.order_number) < (:at, :shop, :number)";
        String campaignText = campaign == null ? null : campaign.toString();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select count(*)" + from, Long.class)
                        .setParameter("campaign", campaignText)
                        .setParameter("search", search)
                        .getSingleResult()
                        .chain(total -> {
                            var query = session.createNativeQuery(
                                            """
                                    select o.shop, o.order_number, o.state, o.currency, o.paid_minor, o.refunded_minor, o.paid_is_net,
                                      array_to_string(o.codes, ' '), o.happened_at, o.as_of, o.collaboration_id, c.campaign_id, p.name,
                                      c.kol_id, k.display_name, o.attributed_by, o.flagged, o.unattributed_why, o.rule_version"""
                                                    + from
                                                    + after
                                                    + " order by o.happened_at desc, o.shop desc, o.order_number desc limit :limit",
                                            Object[].class)
                                    .setParameter("campaign", campaignText)
                                    .setParameter("search", search)
                                    .setParameter("limit", limit + 1);
                            if (cursor != null) {
                                query.setParameter("at", cursor.instant(0))
                                        .setParameter("shop", cursor.text(1))
                                        .setParameter("number", cursor.text(2));
                            }
                            return query.getResultList()
                                    .map(rows -> Page.of(
                                            rows.stream()
                                                    .map(OrderFacts::toListed)
                                                    .toList(),
                                            limit,
                                            order -> Cursor.of(
                                                    order.happenedAt(),
                                                    order.key().shop(),
                                                    order.key().orderNumber()),
                                            total));
                        }));
    }

    private static String condition(OrderFilter filter) {
        return switch (filter) {
            case ALL -> "true";
            case ATTRIBUTED -> "o.collaboration_id is not null";
            case UNATTRIBUTED -> "o.collaboration_id is null";
            case FLAGGED -> "o.flagged";
        };
    }

    private static ListedOrder toListed(Object[] row) {
        String currency = (String) row[3];
        return new ListedOrder(
                new OrderKey((String) row[0], (String) row[1]),
                OrderState.ofCode((String) row[2]),
                new Receipts(Money.ofMinor((Long) row[4], currency), Money.ofMinor((Long) row[5], currency), (Boolean)
                        row[6]),
                PromoCode.listedIn((String) row[7]),
                Columns.instant(row[8]),
                Columns.instant(row[9]),
                (UUID) row[10],
                (UUID) row[11],
                (String) row[12],
                (UUID) row[13],
                (String) row[14],
                (String) row[15],
                (Boolean) row[16],
                (String) row[17],
                (String) row[18]);
    }

    private static List<OrderKey> toKeys(List<Object[]> rows) {
        List<OrderKey> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(new OrderKey((String) row[0], (String) row[1])));
        return keys;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("columns are writable", impossible);
        }
    }
}
