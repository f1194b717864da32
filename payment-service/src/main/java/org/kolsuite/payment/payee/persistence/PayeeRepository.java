package org.kolsuite.payment.payee.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payee.model.BankDetails;
import org.kolsuite.payment.payee.model.BankState;
import org.kolsuite.payment.payee.model.BankState.AwaitingConfirmation;
import org.kolsuite.payment.payee.model.BankState.Missing;
import org.kolsuite.payment.payee.model.BankState.Usable;
import org.kolsuite.payment.payee.model.Payee;
import org.kolsuite.payment.payee.model.PayeeRejection;
import org.kolsuite.payment.secret.BankSecrets;
import org.kolsuite.payment.sql.Sql;

/** Turns payee rows into payees and back; decrypts and encrypts on the way. */
@ApplicationScoped
public class PayeeRepository {
    @Inject
    BankSecrets secrets;

    @Inject
    Clock clock;

    public Uni<Payee> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(PayeeRow.class, id))
                .onItem()
                .ifNull()
                .failWith(PayeeRejection.PayeeUnknown::new)
                .map(this::toPayee);
    }

    /** The payee, locked until the transaction ends. */
    public Uni<Payee> lock(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(PayeeRow.class, id, LockMode.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(PayeeRejection.PayeeUnknown::new)
                .map(this::toPayee);
    }

    public Uni<Map<UUID, Payee>> all(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createQuery("from PayeeRow where id in :ids", PayeeRow.class)
                        .setParameter("ids", List.copyOf(ids))
                        .getResultList())
                .map(rows ->
                        rows.stream().map(this::toPayee).collect(Collectors.toMap(Payee::id, Function.identity())));
    }

    public Uni<Optional<Payee>> ofKol(UUID kolId) {
        return one("from PayeeRow where kolId = :value", kolId);
    }

    public Uni<Optional<Payee>> ofAgency(UUID agencyId) {
        return one("from PayeeRow where agencyId = :value", agencyId);
    }

    /** The payees with any of these accounts, by fingerprint; the oldest where several share one. */
    public Uni<Map<String, Payee>> withAccounts(Collection<String> fingerprints) {
        if (fingerprints.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from PayeeRow where accountFingerprint in :prints order by createdAt, id",
                                PayeeRow.class)
                        .setParameter("prints", List.copyOf(fingerprints))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> Objects.requireNonNull(row.accountFingerprint),
                                this::toPayee,
                                (older, newer) -> older)));
    }

    public Uni<Void> add(Payee payee) {
        return addAll(List.of(payee));
    }

    public Uni<Void> addAll(List<Payee> payees) {
        List<PayeeRow> rows = new ArrayList<>();
        for (Payee payee : payees) {
            PayeeRow row = new PayeeRow();
            row.id = payee.id();
            row.createdAt = clock.instant();
            fill(row, payee);
            rows.add(row);
        }
        return Panache.getSession().chain(session -> session.persistAll(rows.toArray()));
    }

    /** Sends what was added to the database now. */
    public Uni<Void> flush() {
        return Panache.flush();
    }

    /** Saves a changed payee; the answer carries its new version. */
    public Uni<Payee> save(Payee payee) {
        return Panache.getSession()
                .chain(session -> session.find(PayeeRow.class, payee.id())
                        .invoke(row -> fill(row, payee))
                        .call(row -> session.flush())
                        .map(this::toPayee));
    }

    public Uni<Boolean> existsFor(@Nullable UUID kolId, @Nullable UUID agencyId) {
        return Sql.of("""
                        select count(*) from payee
                        where kol_id = cast(cast(:kol as text) as uuid) or agency_id = cast(cast(:agency as text) as uuid)""")
                .with("kol", kolId == null ? null : kolId.toString())
                .with("agency", agencyId == null ? null : agencyId.toString())
                .number()
                .map(count -> count > 0);
    }

    private Uni<Optional<Payee>> one(String query, UUID value) {
        return Panache.getSession()
                .chain(session -> session.createQuery(query, PayeeRow.class)
                        .setParameter("value", value)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(this::toPayee));
    }

    private void fill(PayeeRow row, Payee payee) {
        row.name = payee.name();
        row.kolId = payee.kolId();
        row.agencyId = payee.agencyId();
        switch (payee.bank()) {
            case Missing ignored -> {
                row.bankState = "MISSING";
                fill(row, null, null, null, null);
            }
            case Usable usable -> {
                row.bankState = "USABLE";
                fill(row, usable.details(), usable.editedBy(), usable.editedAt(), usable.confirmedBy());
            }
            case AwaitingConfirmation waiting -> {
                row.bankState = "AWAITING_CONFIRMATION";
                fill(row, waiting.details(), waiting.editedBy(), waiting.editedAt(), null);
            }
        }
    }

    private void fill(
            PayeeRow row,
            @Nullable BankDetails details,
            @Nullable String editedBy,
            @Nullable Instant editedAt,
            @Nullable String confirmedBy) {
        row.holderCipher = details == null ? null : secrets.encrypt(details.holder());
        row.accountCipher =
                details == null ? null : secrets.encrypt(details.account().value());
        row.accountIsIban = details == null ? null : details.account().isIban();
        row.accountMasked = details == null ? null : details.account().masked();
        row.accountFingerprint = details == null ? null : secrets.fingerprint(details.account());
        row.bic = details == null ? null : details.bic();
        row.bankName = details == null ? null : details.bankName();
        row.bankEditedBy = editedBy;
        row.bankEditedAt = editedAt;
        row.bankConfirmedBy = confirmedBy;
    }

    private Payee toPayee(PayeeRow row) {
        return new Payee(row.id, row.version, row.name, row.kolId, row.agencyId, bankState(row));
    }

    private BankState bankState(PayeeRow row) {
        if (row.accountCipher == null
                || row.holderCipher == null
                || row.bankEditedBy == null
                || row.bankEditedAt == null) {
            return new Missing();
        }
        BankDetails details = new BankDetails(
                secrets.decrypt(row.holderCipher),
                new AccountNumber(secrets.decrypt(row.accountCipher), Boolean.TRUE.equals(row.accountIsIban)),
                row.bic,
                row.bankName);
        return row.bankState.equals("USABLE")
                ? new Usable(details, row.bankEditedBy, row.bankEditedAt, row.bankConfirmedBy)
                : new AwaitingConfirmation(details, row.bankEditedBy, row.bankEditedAt);
    }
}
