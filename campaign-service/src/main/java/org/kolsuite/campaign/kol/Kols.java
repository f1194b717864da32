package org.kolsuite.campaign.kol;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.kol.KolState;

/** Finds accounts and keeps the copy of the registry's KOLs; joins the caller's transaction. */
@ApplicationScoped
public class Kols {
    /** What stands in place of a name that was erased. */
    public static final String ERASED = "(erased)";

    /** An account with the KOL it belongs to. */
    public record Account(
            UUID accountId,
            UUID kolId,
            String name,
            @Nullable UUID agencyId,
            String platform,
            String handle,
            @Nullable String tier,
            @Nullable Long followers) {}

    /** The account, or null when the registry never told of it to this organisation, or the KOL was erased. */
    public Uni<@Nullable Account> account(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from KolAccountRow a join KolRow k on k.kolId = a.kolId where a.accountId = :id and k.erasedAt is null",
                                Object[].class)
                        .setParameter("id", accountId)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : toAccount((KolAccountRow) row[0], (KolRow) row[1]));
    }

    /** What the registry's latest audit of the account said, or null when there was none. */
    public Uni<@Nullable Integer> auditScore(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.find(KolAccountRow.class, accountId))
                .map(row -> row == null ? null : row.auditScore);
    }

    /** The platform of an account, also of one whose KOL was erased. */
    public Uni<String> platformOf(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.find(KolAccountRow.class, accountId))
                .map(row -> row == null ? "" : row.platform);
    }

    static Account toAccount(KolAccountRow account, KolRow kol) {
        return new Account(
                account.accountId,
                kol.kolId,
                kol.displayName,
                kol.agencyId,
                account.platform,
                account.handle,
                account.tier,
                account.followers);
    }

    /** The row, held until the transaction ends: states and events come through different consumers, and each writes all of it. */
    private static Uni<@Nullable KolRow> hold(UUID kolId) {
        return Panache.getSession().chain(session -> session.find(KolRow.class, kolId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Holds the rows of many at once; each is found in the session from then on, with its accounts. */
    Uni<Void> hold(List<UUID> kolIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from KolRow where kolId in :ids order by kolId", KolRow.class)
                        .setParameter("ids", kolIds)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList()
                        .chain(() -> session.createQuery("from KolAccountRow where kolId in :ids", KolAccountRow.class)
                                .setParameter("ids", kolIds)
                                .getResultList())
                        .replaceWithVoid());
    }

    /** Takes over a newer state; an older or equal one has no effect (CASES W10). */
    Uni<Void> take(KolState state) {
        return Panache.getSession()
                .chain(session -> hold(state.kolId()).chain(found -> {
                    if (found != null && (found.version >= state.version() || found.erasedAt != null)) {
                        return Uni.createFrom().voidItem();
                    }
                    KolRow row = found == null ? new KolRow() : found;
                    row.kolId = state.kolId();
                    row.version = state.version();
                    row.displayName = state.displayName();
                    row.subject = state.subject();
                    row.agencyId = state.agencyId();
                    return (found == null
                                    ? session.persist(row).chain(session::flush)
                                    : Uni.createFrom().voidItem())
                            .chain(() -> Multi.createFrom()
                                    .iterable(state.accounts())
                                    .onItem()
                                    .transformToUniAndConcatenate(account -> take(state.kolId(), account))
                                    .collect()
                                    .last())
                            .replaceWithVoid();
                }));
    }

    private static Uni<Void> take(UUID kolId, KolState.Account account) {
        return Panache.getSession()
                .chain(session -> session.find(KolAccountRow.class, account.accountId())
                        .chain(found -> {
                            KolAccountRow row = found == null ? new KolAccountRow() : found;
                            row.accountId = account.accountId();
                            row.kolId = kolId;
                            row.platform = account.platform();
                            row.handle = account.handle();
                            row.tier = account.tier();
                            row.followers = account.followers();
                            row.auditScore = account.auditScore();
                            row.auditedAt = account.auditedAt();
                            return found == null
                                    ? session.persist(row)
                                    : Uni.createFrom().voidItem();
                        }));
    }

    /** The sign-in sees the record's rows from now on. */
    Uni<Void> link(UUID kolId, String subject) {
        return update(kolId, row -> row.subject = subject);
    }

    /** Forgets the person; the collaborations keep their figures under no name. */
    Uni<Void> erase(UUID kolId, Instant at) {
        return update(kolId, row -> {
                    row.displayName = ERASED;
                    row.subject = null;
                    row.erasedAt = at;
                })
                .chain(() -> Panache.getSession())
                .chain(session -> session.createQuery("update KolAccountRow set handle = :erased where kolId = :id")
                        .setParameter("erased", ERASED)
                        .setParameter("id", kolId)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "delete from delivery_address where collaboration_id in (select id from collaboration where kol_id = :id)")
                                .setParameter("id", kolId)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private static Uni<Void> update(UUID kolId, java.util.function.Consumer<KolRow> change) {
        return hold(kolId)
                .invoke(row -> {
                    if (row != null) {
                        change.accept(row);
                    }
                })
                .call(Panache::flush)
                .replaceWithVoid();
    }
}
