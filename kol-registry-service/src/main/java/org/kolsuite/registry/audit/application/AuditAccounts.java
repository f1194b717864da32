package org.kolsuite.registry.audit.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.Columns;
import org.kolsuite.registry.audit.model.Audit;
import org.kolsuite.registry.audit.model.Evidence;
import org.kolsuite.registry.audit.model.Finding;
import org.kolsuite.registry.audit.model.ShuijunAudit;
import org.kolsuite.registry.audit.model.Signal;
import org.kolsuite.registry.audit.model.Threshold;
import org.kolsuite.registry.kol.application.KolStates;
import org.kolsuite.registry.kol.model.HistoryPoint;
import org.kolsuite.registry.kol.model.KolErasedAlready;
import org.kolsuite.registry.kol.model.Metrics;
import org.kolsuite.registry.kol.persistence.AccountRow;
import org.kolsuite.registry.kol.persistence.Kols;

/**
 * Audits every account of a KOL, and tells the other services what came out. Runs in the transaction that is open.
 */
@ApplicationScoped
public class AuditAccounts {
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    @Inject
    AuditSettings settings;

    @Inject
    Kols kols;

    @Inject
    KolStates states;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private ShuijunAudit rules;

    /**
     * An audit that was made.
     *
     * @param score 100 minus the sum of weight x severity
     * @param confidence 0 to 1: the share of the signals' weight that there was data for
     */
    public record AuditRecord(
            UUID id,
            UUID accountId,
            String ruleVersion,
            int score,
            double confidence,
            Instant auditedAt,
            List<Finding> findings) {}

    @PostConstruct
    void readSettings() {
        Map<Signal, Threshold> thresholds = new EnumMap<>(Signal.class);
        settings.signals()
                .forEach((signal, s) -> thresholds.put(
                        signal, new Threshold(s.limit(), s.severe(), s.weight(), s.minSample(), s.source())));
        rules = new ShuijunAudit(thresholds, settings.normalGrowthPerDay());
    }

    public Uni<List<AuditRecord>> audit(Caller caller, UUID kolId) {
        return kols.require(kolId)
                .invoke(kol -> {
                    if (kol.erasedAt != null) {
                        throw new KolErasedAlready();
                    }
                })
                .chain(kol -> auditAll(caller, kolId)
                        .invoke(made -> kol.updatedAt = clock.instant())
                        .call(Panache::flush)
                        .call(() -> states.publish(List.of(kolId))));
    }

    private Uni<List<AuditRecord>> auditAll(Caller caller, UUID kolId) {
        return kols.accountsOf(List.of(kolId)).chain(accounts -> {
            List<AuditRecord> made = new ArrayList<>();
            Uni<Void> chain = Uni.createFrom().voidItem();
            for (AccountRow account : accounts) {
                chain = chain.chain(() -> auditOne(caller, account))
                        .invoke(made::add)
                        .replaceWithVoid();
            }
            return chain.map(done -> made);
        });
    }

    private Uni<AuditRecord> auditOne(Caller caller, AccountRow account) {
        String tier = account.tier;
        Uni<List<Metrics>> cohort =
                tier == null ? Uni.createFrom().item(List.of()) : kols.cohort(account.platform, tier);
        return cohort.chain(others -> kols.historyOf(account.id).map(history -> {
                    List<Evidence.DayPoint> points = new ArrayList<>();
                    for (HistoryPoint point : history) {
                        Long followers = point.metrics().followers();
                        if (followers != null) {
                            points.add(new Evidence.DayPoint(point.day(), followers));
                        }
                    }
                    return rules.audit(new Evidence(
                            account.metrics(),
                            points,
                            others,
                            account.platform + ", " + (tier == null ? "no tier" : tier)));
                }))
                .chain(audit -> keep(caller, account.id, audit));
    }

    private Uni<AuditRecord> keep(Caller caller, UUID accountId, Audit audit) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into account_audit (id, account_id, rule_version, score, confidence, findings, audited_by, audited_at)
                                values (:id, :account, :version, :score, :confidence, :findings, :by, :now)""")
                        .setParameter("id", id)
                        .setParameter("account", accountId)
                        .setParameter("version", audit.ruleVersion())
                        .setParameter("score", audit.score())
                        .setParameter("confidence", BigDecimal.valueOf(audit.confidence()))
                        .setParameter("findings", write(audit.findings()))
                        .setParameter("by", caller.subject())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWith(new AuditRecord(
                        id, accountId, audit.ruleVersion(), audit.score(), audit.confidence(), now, audit.findings()));
    }

    /** The latest audit of each account that has one. */
    public Uni<List<AuditRecord>> latest(Collection<UUID> accountIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select distinct on (account_id) id, account_id, rule_version, score, confidence, audited_at, findings
                                from account_audit where tenant_id = kol_tenant() and account_id = any(:accounts)
                                order by account_id, audited_at desc, id desc""", Object[].class)
                        .setParameter("accounts", accountIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new AuditRecord(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                ((Number) row[3]).intValue(),
                                ((Number) row[4]).doubleValue(),
                                Columns.instant(row[5]),
                                read((String) row[6])))
                        .toList());
    }

    private String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Finding> read(String findings) {
        try {
            return json.readValue(findings, FINDINGS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("findings were written by this class", impossible);
        }
    }
}
