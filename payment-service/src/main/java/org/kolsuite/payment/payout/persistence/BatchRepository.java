package org.kolsuite.payment.payout.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.payment.payout.model.BatchState;
import org.kolsuite.payment.payout.model.PayingAccount;
import org.kolsuite.payment.payout.model.PayoutBatch;
import org.kolsuite.payment.payout.model.PayoutRejection;
import org.kolsuite.payment.secret.BankSecrets;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;

/** Batches, and the accounts they leave from. */
@ApplicationScoped
public class BatchRepository {
    private static final String BATCH = """
            select id, version, paying_account_id, message_id, state, payouts, total_minor, currency, created_by,
                   created_by_name, created_at, closed_at from payout_batch\s""";

    @Inject
    BankSecrets secrets;

    @Inject
    Clock clock;

    public Uni<Void> add(PayoutBatch batch) {
        return Sql.of("""
                        insert into payout_batch (id, version, paying_account_id, message_id, state, payouts, total_minor,
                                                  currency, created_by, created_by_name, created_at)
                        values (:id, 0, :account, :message, :state, :payouts, :total, :currency, :by, :name, :at)""")
                .with("id", batch.id())
                .with("account", batch.payingAccountId())
                .with("message", batch.messageId())
                .with("state", batch.state().name())
                .with("payouts", batch.payouts())
                .with("total", batch.total().amountMinor())
                .with("currency", batch.total().currency())
                .with("by", batch.createdBy())
                .with("name", batch.createdByName())
                .with("at", batch.createdAt())
                .execute()
                .replaceWithVoid();
    }

    public Uni<PayoutBatch> lock(UUID id) {
        return one(Sql.of(BATCH + "where id = :id for update").with("id", id));
    }

    public Uni<PayoutBatch> find(UUID id) {
        return one(Sql.of(BATCH + "where id = :id").with("id", id));
    }

    /** Newest first. */
    public Uni<List<PayoutBatch>> newest(@Nullable String before, @Nullable UUID beforeId, int limit) {
        return Sql.of(BATCH + """
                        where (cast(cast(:at as text) as timestamptz) is null
                               or (created_at, id) < (cast(cast(:at as text) as timestamptz), cast(cast(:id as text) as uuid)))
                        order by created_at desc, id desc limit :limit""")
                .with("at", before)
                .with("id", beforeId == null ? null : beforeId.toString())
                .with("limit", limit)
                .list(BatchRepository::toBatch);
    }

    public Uni<Void> close(UUID id, BatchState state, String by) {
        return Sql.of("""
                        update payout_batch set version = version + 1, state = :state, closed_by = :by, closed_at = :at
                        where id = :id""")
                .with("id", id)
                .with("state", state.name())
                .with("by", by)
                .with("at", clock.instant())
                .execute()
                .replaceWithVoid();
    }

    public Uni<Void> add(PayingAccount account) {
        return Sql.of("""
                        insert into paying_account (id, name, holder, account_cipher, account_masked, account_fingerprint, bic,
                                                    currency, created_at)
                        values (:id, :name, :holder, :cipher, :masked, :print, :bic, :currency, :at)
                        on conflict (tenant_id, account_fingerprint, currency) do nothing""")
                .with("id", account.id())
                .with("name", account.name())
                .with("holder", account.holder())
                .with("cipher", secrets.encrypt(account.account().value()))
                .with("masked", account.account().masked())
                .with("print", secrets.fingerprint(account.account()))
                .with("bic", account.bic())
                .with("currency", account.currency())
                .with("at", clock.instant())
                .execute()
                .invoke(added -> {
                    if (added == 0) {
                        throw new PayoutRejection.PayingAccountExists();
                    }
                })
                .replaceWithVoid();
    }

    public Uni<List<PayingAccount>> payingAccounts() {
        return Sql.of("select id, name, holder, account_cipher, bic, currency from paying_account order by name, id")
                .list(this::toAccount);
    }

    public Uni<PayingAccount> payingAccount(UUID id) {
        return Sql.of("select id, name, holder, account_cipher, bic, currency from paying_account where id = :id")
                .with("id", id)
                .first(this::toAccount)
                .map(found -> found.orElseThrow(PayoutRejection.PayingAccountUnknown::new));
    }

    private static Uni<PayoutBatch> one(Sql sql) {
        return sql.first(BatchRepository::toBatch).map(found -> found.orElseThrow(PayoutRejection.BatchUnknown::new));
    }

    private PayingAccount toAccount(Columns row) {
        return new PayingAccount(
                row.uuid(),
                row.text(),
                row.text(),
                new AccountNumber(secrets.decrypt(row.text()), true),
                row.textOrNull(),
                row.text());
    }

    private static PayoutBatch toBatch(Columns row) {
        return new PayoutBatch(
                row.uuid(),
                row.number(),
                row.uuid(),
                row.text(),
                BatchState.valueOf(row.text()),
                row.integer(),
                row.money(),
                row.text(),
                row.text(),
                row.instant(),
                row.instantOrNull());
    }
}
