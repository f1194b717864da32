package org.kolsuite.payment.ledger.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.ledger.model.Account;
import org.kolsuite.payment.ledger.model.AccountType;
import org.kolsuite.payment.ledger.model.Balance;
import org.kolsuite.payment.ledger.model.Booked;
import org.kolsuite.payment.ledger.model.ChainVerifier;
import org.kolsuite.payment.ledger.model.ChainVerifier.StoredLink;
import org.kolsuite.payment.ledger.model.ChartOfAccounts;
import org.kolsuite.payment.ledger.model.Entry;
import org.kolsuite.payment.ledger.model.HashChain;
import org.kolsuite.payment.ledger.model.Periods;
import org.kolsuite.payment.ledger.model.Side;
import org.kolsuite.payment.ledger.model.Transaction;
import org.kolsuite.payment.sql.Bulk;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;

/** The rows of the ledger. Bookings are written many at a time and never changed. */
@ApplicationScoped
public class LedgerRepository {
    @Inject
    ObjectMapper json;

    /** Where the chain ends, and which months are closed. */
    public record Head(long sequence, String hash, Periods periods) {}

    /** A booking on its way into the chain. */
    public record Linked(Transaction transaction, long sequence, String previousHash, String hash) {}

    /** The head, locked until the transaction ends: bookings of one organisation go one after another. */
    public Uni<Head> lockHead() {
        return lockedHead()
                .chain(head -> head.map(there -> Uni.createFrom().item(there))
                        .orElseGet(() -> openLedger()
                                .chain(this::lockedHead)
                                .map(opened -> opened.orElseThrow(
                                        () -> new IllegalStateException("a ledger that was opened has a head")))));
    }

    private Uni<Optional<Head>> lockedHead() {
        return Sql.of("select sequence, hash, closed_through from ledger_head for update")
                .first(LedgerRepository::toHead);
    }

    /** Before an organisation's first booking; two at once open it once. */
    private Uni<Void> openLedger() {
        return Sql.of("insert into ledger_head (sequence, hash) values (0, :genesis) on conflict do nothing")
                .with("genesis", HashChain.GENESIS)
                .execute()
                .chain(created -> created == 1
                        ? addAccounts(ChartOfAccounts.STANDARD)
                        : Uni.createFrom().voidItem());
    }

    /** The head as it is; empty before the first booking. */
    public Uni<Optional<Head>> head() {
        return Sql.of("select sequence, hash, closed_through from ledger_head").first(LedgerRepository::toHead);
    }

    public Uni<Void> closeThrough(YearMonth month) {
        return Sql.of("update ledger_head set closed_through = :month")
                .with("month", month.toString())
                .execute()
                .replaceWithVoid();
    }

    /** Adds accounts that are not there yet. */
    public Uni<Void> addAccounts(Collection<Account> accounts) {
        return Sql.of("""
                        insert into ledger_account (code, name, type, guarded)
                        select code, name, type, guarded from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(code text, name text, type text, guarded boolean)
                        on conflict do nothing""").with("rows", write(accounts)).execute().replaceWithVoid();
    }

    public Uni<Map<String, Account>> accounts() {
        return books().map(Books::accounts);
    }

    /** Every balance that the organisation has. */
    public Uni<List<Balance>> balances() {
        return books().map(Books::balances);
    }

    /** Every account, and what there is on those that were ever used. */
    public record Books(Map<String, Account> accounts, List<Balance> balances) {}

    public Uni<Books> books() {
        return Sql.of("""
                        select a.code, a.name, a.type, a.guarded, b.amount_minor, b.currency
                        from ledger_account a left join ledger_balance b on b.account = a.code and b.tenant_id = a.tenant_id
                        order by a.code, b.currency""")
                .list(row -> new Shelf(toAccount(row), row.moneyOrNull()))
                .map(shelves -> new Books(
                        shelves.stream()
                                .map(Shelf::account)
                                .collect(Collectors.toMap(
                                        Account::code, account -> account, (one, again) -> one, LinkedHashMap::new)),
                        shelves.stream()
                                .filter(shelf -> shelf.amount() != null)
                                .map(shelf -> new Balance(shelf.account(), Objects.requireNonNull(shelf.amount())))
                                .toList()));
    }

    private record Shelf(Account account, @Nullable Money amount) {}

    /**
     * Writes bookings, what they leave on the accounts, and where the chain ends now. One statement: whoever books holds the head, and
     * everybody else of the organisation waits for it.
     */
    public Uni<Void> append(List<Linked> links, Collection<Balance> balances, Instant recordedAt, String recordedBy) {
        return Sql.of("""
                        with booking as (
                          insert into ledger_transaction (sequence, id, kind, booked_on, happened_at, recorded_at, recorded_by,
                                                          subject, memo, reverses, previous_hash, hash)
                          select sequence, id, kind, booked_on, happened_at, :at, :by, subject, memo, reverses, previous_hash, hash
                          from jsonb_to_recordset(cast(cast(:bookings as text) as jsonb))
                            as r(sequence bigint, id uuid, kind text, booked_on date, happened_at timestamptz, subject uuid,
                                 memo text, reverses uuid, previous_hash text, hash text)),
                        entry as (
                          insert into ledger_entry (transaction_id, position, account, side, amount_minor, currency)
                          select transaction_id, position, account, side, amount_minor, currency
                          from jsonb_to_recordset(cast(cast(:entries as text) as jsonb))
                            as r(transaction_id uuid, position int, account text, side text, amount_minor bigint, currency text)),
                        balance as (
                          insert into ledger_balance (account, currency, amount_minor)
                          select account, currency, amount_minor
                          from jsonb_to_recordset(cast(cast(:balances as text) as jsonb))
                            as r(account text, currency text, amount_minor bigint)
                          on conflict (tenant_id, account, currency) do update set amount_minor = excluded.amount_minor)
                        update ledger_head set sequence = :sequence, hash = :hash""")
                .with("at", recordedAt)
                .with("by", recordedBy)
                .with(
                        "bookings",
                        write(links.stream().map(LedgerRepository::toRow).toList()))
                .with(
                        "entries",
                        write(links.stream()
                                .flatMap(link -> toRows(link.transaction()))
                                .toList()))
                .with(
                        "balances",
                        write(balances.stream().map(LedgerRepository::toRow).toList()))
                .with("sequence", links.getLast().sequence())
                .with("hash", links.getLast().hash())
                .execute()
                .replaceWithVoid();
    }

    private static Map<String, @Nullable Object> toRow(Linked link) {
        Transaction booking = link.transaction();
        return Bulk.row(
                "sequence", link.sequence(),
                "id", booking.id(),
                "kind", booking.kind(),
                "booked_on", booking.bookedOn(),
                "happened_at", booking.happenedAt(),
                "subject", booking.subject(),
                "memo", booking.memo(),
                "reverses", booking.reverses(),
                "previous_hash", link.previousHash(),
                "hash", link.hash());
    }

    private static Stream<Map<String, @Nullable Object>> toRows(Transaction booking) {
        List<Entry> entries = booking.entries();
        return IntStream.range(0, entries.size())
                .mapToObj(position -> Bulk.row(
                        "transaction_id", booking.id(),
                        "position", position,
                        "account", entries.get(position).account(),
                        "side", entries.get(position).side(),
                        "amount_minor", entries.get(position).amount().amountMinor(),
                        "currency", entries.get(position).amount().currency()));
    }

    private static Map<String, @Nullable Object> toRow(Balance balance) {
        return Bulk.row(
                "account", balance.account().code(),
                "currency", balance.amount().currency(),
                "amount_minor", balance.amount().amountMinor());
    }

    /** Bookings from a place in the chain on, oldest first. */
    public Uni<List<StoredLink>> linksAfter(long sequence, int limit) {
        return Sql.of("""
                        select sequence, previous_hash, hash, id, kind, booked_on, happened_at, subject, memo, reverses
                        from ledger_transaction where sequence > :after order by sequence limit :limit""")
                .with("after", sequence)
                .with("limit", limit)
                .list(LedgerRepository::toRaw)
                .chain(raws -> entriesOf(raws.stream().map(Raw::id).toList())
                        .map(entries -> raws.stream()
                                .map(raw -> ChainVerifier.read(
                                        raw.sequence,
                                        raw.previousHash,
                                        raw.hash,
                                        raw.id,
                                        () -> raw.toTransaction(entriesOrNone(entries, raw.id))))
                                .toList()));
    }

    public Uni<Optional<Booked>> find(UUID id) {
        return page("where id = :id", Map.of("id", id))
                .map(found -> found.stream().findFirst());
    }

    public Uni<Boolean> isReversed(UUID id) {
        return Sql.of("select count(*) from ledger_transaction where reverses = :id")
                .with("id", id)
                .number()
                .map(count -> count > 0);
    }

    /** Bookings, newest first. */
    public Uni<List<Booked>> newest(
            @Nullable Long before, @Nullable String account, @Nullable UUID subject, int limit) {
        return page("""
                where tenant_id = kol_tenant() and (:before = 0 or sequence < :before)
                  and (cast(:account as text) is null or exists (select 1 from ledger_entry e
                        where e.transaction_id = ledger_transaction.id and e.account = cast(:account as text)))
                  and (cast(cast(:subject as text) as uuid) is null or subject = cast(cast(:subject as text) as uuid))
                order by sequence desc limit :limit""", parameters(before == null ? 0 : before, account, subject, limit));
    }

    /** The first month after the closed ones that has bookings. */
    public Uni<Optional<YearMonth>> earliestOpenMonth(@Nullable YearMonth closedThrough) {
        return Sql.of(
                        "select min(booked_on) from ledger_transaction where booked_on > cast(cast(:day as text) as date)")
                .with(
                        "day",
                        closedThrough == null
                                ? "0001-01-01"
                                : closedThrough.atEndOfMonth().toString())
                .list(Columns::dayOrNull)
                .map(days -> days.stream().filter(Objects::nonNull).findFirst().map(YearMonth::from));
    }

    private static Map<String, @Nullable Object> parameters(
            long before, @Nullable String account, @Nullable UUID subject, int limit) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("before", before);
        parameters.put("account", account);
        parameters.put("subject", subject == null ? null : subject.toString());
        parameters.put("limit", limit);
        return parameters;
    }

    private Uni<List<Booked>> page(String tail, Map<String, ? extends @Nullable Object> parameters) {
        Sql sql = Sql.of(
                "select sequence, previous_hash, hash, id, kind, booked_on, happened_at, subject, memo, reverses,"
                        + " recorded_at, recorded_by from ledger_transaction " + tail);
        parameters.forEach(sql::with);
        return sql.list(row -> new RawBooked(toRaw(row), row.instant(), row.text()))
                .chain(raws -> entriesOf(raws.stream().map(raw -> raw.raw.id).toList())
                        .map(entries -> raws.stream()
                                .map(raw -> new Booked(
                                        raw.raw.toTransaction(entriesOrNone(entries, raw.raw.id)),
                                        raw.raw.sequence,
                                        raw.raw.hash,
                                        raw.recordedAt,
                                        raw.recordedBy))
                                .toList()));
    }

    private static List<Entry> entriesOrNone(Map<UUID, List<Entry>> entries, UUID id) {
        return entries.getOrDefault(id, List.of());
    }

    private Uni<Map<UUID, List<Entry>>> entriesOf(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.of("""
                        select transaction_id, account, side, amount_minor, currency from ledger_entry
                        where transaction_id = any(cast(:ids as uuid[])) order by transaction_id, position""")
                .withIds("ids", ids)
                .list(row -> Map.entry(row.uuid(), new Entry(row.text(), Side.valueOf(row.text()), row.money())))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private record RawBooked(Raw raw, Instant recordedAt, String recordedBy) {}

    private record Raw(
            long sequence,
            String previousHash,
            String hash,
            UUID id,
            String kind,
            LocalDate bookedOn,
            Instant happenedAt,
            @Nullable UUID subject,
            String memo,
            @Nullable UUID reverses) {
        Transaction toTransaction(List<Entry> entries) {
            return new Transaction(id, kind, bookedOn, happenedAt, subject, memo, reverses, entries);
        }
    }

    private static Raw toRaw(Columns row) {
        return new Raw(
                row.number(),
                row.text(),
                row.text(),
                row.uuid(),
                row.text(),
                row.day(),
                row.instant(),
                row.uuidOrNull(),
                row.text(),
                row.uuidOrNull());
    }

    private static Head toHead(Columns row) {
        long sequence = row.number();
        String hash = row.text();
        String closed = row.textOrNull();
        return new Head(sequence, hash, new Periods(closed == null ? null : YearMonth.parse(closed)));
    }

    private static Account toAccount(Columns row) {
        return new Account(row.text(), row.text(), AccountType.valueOf(row.text()), row.flag());
    }

    private String write(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows are writable", impossible);
        }
    }
}
