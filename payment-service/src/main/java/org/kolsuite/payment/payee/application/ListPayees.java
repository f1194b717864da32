package org.kolsuite.payment.payee.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.payee.model.PayeeRejection;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Looking at payees; accounts are masked here, and nothing is decrypted for a list. */
@ApplicationScoped
public class ListPayees {
    private static final String COLUMNS = """
            select p.id, p.version, p.name, p.kol_id, k.display_name, p.agency_id, p.bank_state, p.account_masked,
                   p.bic, p.bank_name, name_of(p.bank_edited_by), p.bank_edited_at, name_of(p.bank_confirmed_by),
                   (select count(*) from payout o where o.payee_id = p.id and o.state = 'QUEUED')
            from payee p left join kol k on k.kol_id = p.kol_id\s""";

    @Inject
    UnitOfWork unitOfWork;

    /** A payee as people see it. */
    public record Seen(
            UUID id,
            long version,
            String name,
            @Nullable UUID kolId,
            @Nullable String kolName,
            @Nullable UUID agencyId,
            String bankState,
            @Nullable String accountMasked,
            @Nullable String bic,
            @Nullable String bankName,
            @Nullable String bankEditedBy,
            @Nullable Instant bankEditedAt,
            @Nullable String bankConfirmedBy,
            long payoutsWaiting) {}

    public Uni<Seen> one(Caller caller, UUID id) {
        return unitOfWork.as(
                caller,
                () -> Sql.of(COLUMNS + "where p.id = :id")
                        .with("id", id)
                        .first(ListPayees::toSeen)
                        .map(found -> found.orElseThrow(PayeeRejection.PayeeUnknown::new)));
    }

    /** By name; of one bank state or holding a text when asked. */
    public Uni<Page<Seen>> list(
            Caller caller,
            @Nullable String search,
            @Nullable String bankState,
            @Nullable String cursorText,
            @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        return unitOfWork.as(
                caller,
                () -> Sql.of("""
                        select count(*) from payee p
                        where p.tenant_id = kol_tenant()
                          and (cast(:search as text) is null or strpos(lower(p.name), lower(cast(:search as text))) > 0)
                          and (cast(:state as text) is null or p.bank_state = cast(:state as text))""")
                        .with("search", search)
                        .with("state", bankState)
                        .number()
                        .chain(total -> Sql.of(COLUMNS + """
                                where p.tenant_id = kol_tenant()
                                  and (cast(:search as text) is null or strpos(lower(p.name), lower(cast(:search as text))) > 0)
                                  and (cast(:state as text) is null or p.bank_state = cast(:state as text))
                                  and (cast(:name as text) is null
                                       or (lower(p.name), p.id) > (cast(:name as text), cast(cast(:id as text) as uuid)))
                                order by lower(p.name), p.id limit :limit""")
                                .with("search", search)
                                .with("state", bankState)
                                .with("name", cursor == null ? null : cursor.text(0))
                                .with(
                                        "id",
                                        cursor == null ? null : cursor.uuid(1).toString())
                                .with("limit", limit + 1)
                                .list(ListPayees::toSeen)
                                .map(rows -> Page.of(
                                        rows,
                                        limit,
                                        seen -> Cursor.of(seen.name().toLowerCase(Locale.ROOT), seen.id()),
                                        total))));
    }

    private static Seen toSeen(Columns row) {
        return new Seen(
                row.uuid(),
                row.number(),
                row.text(),
                row.uuidOrNull(),
                row.textOrNull(),
                row.uuidOrNull(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.instantOrNull(),
                row.textOrNull(),
                row.number());
    }
}
