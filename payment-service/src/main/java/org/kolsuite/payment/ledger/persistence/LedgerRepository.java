package org.kolsuite.payment.ledger.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        return Sql.of("insert into ledger_head (sequence, hash) values (0, :genesis) on conflict do nothing")
                .with("genesis", HashChain.GENESIS)
                .execute()
                .chain(created -> created == 1
                        ? addAccounts(ChartOfAccounts.STANDARD)
                        : Uni.createFrom().voidItem())
                .chain(() -> Sql.of("select sequence, hash, closed_through from ledger_head for update")
                        .list(LedgerRepository::toHead))
                .map(List::getFirst);
    }

    /** The head as it is; empty before the first booking. */
    public Uni<Optional<Head>> head() {
        return Sql.of("select sequence, hash, closed_through from ledger_head").first(LedgerRepository::toHead);
    }

    public Uni<Void> moveHead(long sequence, String hash) {
        return Sql.of("update ledger_head set sequence = :sequence, hash = :hash")
                .with("sequence", sequence)
                .with("hash", hash)
                .execute()
                .replaceWithVoid();
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
        return Sql.of("select code, name, type, guarded from ledger_account order by code")
                .list(LedgerRepository::toAccount)
                .map(accounts -> accounts.stream()
                        .collect(Collectors.toMap(
                                Account::code, account -> account, (one, other) -> one, LinkedHashMap::new)));
    }

    /** Every balance that the organisation has. */
    public Uni<List<Balance>> balances() {
        return Sql.of("""
                        select a.code, a.name, a.type, a.guarded, b.amount_minor, b.currency
                        from ledger_balance b join ledger_account a on a.code = b.account and a.tenant_id = b.tenant_id
                        order by a.code, b.currency""").list(row -> new Balance(toAccount(row), row.money()));
    }

    public Uni<Void> saveBalances(Collection<Balance> balances) {
        List<Map<String, Object>> rows = balances.stream()
                .map(balance -> Map.<String, Object>of(
                        "account", balance.account().code(),
                        "currency", balance.amount().currency(),
                        "amount_minor", balance.amount().amountMinor()))
                .toList();
        return Sql.of("""
                        insert into ledger_balance (account, currency, amount_minor)
                        select account, currency, amount_minor from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(account text, currency text, amount_minor bigint)
                        on conflict (tenant_id, account, currency) do update set amount_minor = excluded.amount_minor""").with("rows", write(rows)).execute().replaceWithVoid();
    }

    public Uni<Void> append(List<Linked> links, Instant recordedAt, String recordedBy) {
        List<Map<String, @Nullable Object>> transactions = new ArrayList<>();
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        for (Linked link : links) {
            Transaction booking = link.transaction();
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("sequence", link.sequence());
            row.put("id", booking.id());
            row.put("kind", booking.kind());
            row.put("booked_on", booking.bookedOn());
            row.put("happened_at", booking.happenedAt());
            row.put("subject", booking.subject());
            row.put("memo", booking.memo());
            row.put("reverses", booking.reverses());
            row.put("previous_hash", link.previousHash());
            row.put("hash", link.hash());
            transactions.add(row);
            for (int i = 0; i < booking.entries().size(); i++) {
                Entry entry = booking.entries().get(i);
                entries.add(Map.of(
                        "transaction_id", booking.id(),
                        "position", i,
                        "account", entry.account(),
                        "side", entry.side(),
                        "amount_minor", entry.amount().amountMinor(),
                        "currency", entry.amount().currency()));
            }
        }
        return Sql.of("""
                        insert into ledger_transaction (sequence, id, kind, booked_on, happened_at, recorded_at, recorded_by,
                                                        subject, memo, reverses, previous_hash, hash)
                        select sequence, id, kind, booked_on, happened_at, :at, :by, subject, memo, reverses, previous_hash, hash
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(sequence bigint, id uuid, kind text, booked_on date, happened_at timestamptz, subject uuid,
                               memo text, reverses uuid, previous_hash text, hash text)""")
                .with("at", recordedAt)
                .with("by", recordedBy)
                .with("rows", write(transactions))
                .execute()
                .chain(() -> Sql.of("""
                                insert into ledger_entry (transaction_id, position, account, side, amount_minor, currency)
                                select transaction_id, position, account, side, amount_minor, currency
                                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                                  as r(transaction_id uuid, position int, account text, side text, amount_minor bigint,
                                       currency text)""").with("rows", write(entries)).execute())
                .replaceWithVoid();
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
                where (:before = 0 or sequence < :before)
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
                        where transaction_id in (:ids) order by transaction_id, position""")
                .with("ids", ids)
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
