package org.kolsuite.payment.fee.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.payment.fee.model.Fee;
import org.kolsuite.payment.fee.model.FeeOrigin;
import org.kolsuite.payment.fee.model.FeeRejection;
import org.kolsuite.payment.fee.model.FeeState;
import org.kolsuite.payment.fee.model.Milestone;
import org.kolsuite.payment.fee.model.MilestoneState;
import org.kolsuite.payment.sql.Bulk;
import org.kolsuite.payment.sql.Columns;
import org.kolsuite.payment.sql.Sql;
import org.kolsuite.platform.caller.Caller;

/**
 * Fees with their milestones. Whoever changes a fee locks its row first, so that two commands on one fee go one after the
 * other (CASES W3); rows are written many at a time, because approvals and imports come in hundreds.
 */
@ApplicationScoped
public class FeeRepository {
    private static final String COLUMNS = """
            select id, version, origin, collaboration_id, campaign_id, kol_id, account_id, agency_id, reference, creditor_name,
                   payee_id, total_minor, currency, blocked_code, blocked_detail from fee\s""";

    @Inject
    Bulk bulk;

    @Inject
    Clock clock;

    /** Where an imported fee stands in its file. */
    public record ImportLine(UUID importId, long line) {}

    /** The fee, locked until the transaction ends. */
    public Uni<Fee> lock(UUID id) {
        return lockAll(List.of(id)).map(fees -> fees.stream().findFirst().orElseThrow(FeeRejection.FeeUnknown::new));
    }

    /** The fees that are there, locked in the order of their ids so that two callers never wait for each other. */
    public Uni<List<Fee>> lockAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : load(Sql.of(COLUMNS + "where id = any(cast(:ids as uuid[])) order by id for update")
                        .withIds("ids", ids));
    }

    /** Those of these fees that nobody else holds, locked now; who is not among them is held, or isn't there. */
    public Uni<Set<UUID>> lockFree(Collection<UUID> ids) {
        return Sql.of("""
                        select id from fee where id = any(cast(:ids as uuid[])) order by id for update skip locked""").withIds("ids", ids).list(Columns::uuid).map(HashSet::new);
    }

    public Uni<Fee> find(UUID id) {
        return load(Sql.of(COLUMNS + "where id = :id").with("id", id))
                .map(fees -> fees.stream().findFirst().orElseThrow(FeeRejection.FeeUnknown::new));
    }

    public Uni<Optional<Fee>> lockOfCollaboration(UUID collaborationId) {
        return load(Sql.of(COLUMNS + "where collaboration_id = :id for update").with("id", collaborationId))
                .map(fees -> fees.stream().findFirst());
    }

    /** Fees that wait for this payee: the agency's where one is in between, else the KOL's. */
    public Uni<List<Fee>> lockWaitingFor(@Nullable UUID kolId, @Nullable UUID agencyId) {
        return load(Sql.of(COLUMNS + """
                        where blocked_code = 'NO_PAYEE'
                          and ((agency_id is null and kol_id = cast(cast(:kol as text) as uuid)) or agency_id = cast(cast(:agency as text) as uuid))
                        order by id for update""")
                .with("kol", kolId == null ? null : kolId.toString())
                .with("agency", agencyId == null ? null : agencyId.toString()));
    }

    /** Which of these references are taken by a fee that is not withdrawn. */
    public Uni<Set<String>> takenReferences(Collection<String> references) {
        return references.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Sql.of(
                                "select reference from fee where not withdrawn and reference = any(cast(:references as text[]))")
                        .with("references", references.toArray(String[]::new))
                        .list(Columns::text)
                        .map(HashSet::new);
    }

    /** Which of these lines of a file became fees before the import was interrupted. */
    public Uni<Set<Long>> importedLines(UUID importId, Collection<Long> lines) {
        return lines.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Sql.of(
                                "select import_line from fee where import_id = :id and import_line = any(cast(:lines as bigint[]))")
                        .with("id", importId)
                        .with("lines", lines.toArray(Long[]::new))
                        .list(Columns::number)
                        .map(HashSet::new);
    }

    public Uni<Void> add(Caller caller, List<Fee> fees) {
        return add(caller, fees, Map.of());
    }

    public Uni<Void> add(Caller caller, List<Fee> fees, Map<UUID, ImportLine> lines) {
        if (fees.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return bulk.of(
                        """
                        insert into fee (id, version, origin, collaboration_id, campaign_id, kol_id, account_id, agency_id,
                                         reference, creditor_name, payee_id, total_minor, currency, blocked_code,
                                         blocked_detail, import_id, import_line, created_at, created_by)
                        select id, 0, origin, collaboration_id, campaign_id, kol_id, account_id, agency_id,
                               reference, creditor_name, payee_id, total_minor, currency, blocked_code,
                               blocked_detail, import_id, import_line, :at, :by
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(id uuid, origin text, collaboration_id uuid, campaign_id uuid, kol_id uuid, account_id uuid,
                               agency_id uuid, reference text, creditor_name text, payee_id uuid, total_minor bigint,
                               currency text, blocked_code text, blocked_detail text, import_id uuid, import_line bigint)""",
                        fees.stream()
                                .map(fee -> toRow(fee, lines.get(fee.id())))
                                .toList())
                .with("at", clock.instant())
                .with("by", caller.subject())
                .execute()
                .onFailure(FeeRepository::isReferenceTaken)
                .transform(taken -> new FeeRejection.ReferenceUsed("of another fee"))
                .chain(() -> saveMilestones(fees));
    }

    /** Saves fees that were locked before. */
    public Uni<Void> save(List<Fee> fees) {
        if (fees.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return bulk.of("""
                        update fee set version = fee.version + 1, payee_id = r.payee_id, blocked_code = r.blocked_code,
                                       blocked_detail = r.blocked_detail, withdrawn = r.withdrawn
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(id uuid, payee_id uuid, blocked_code text, blocked_detail text, withdrawn boolean)
                        where fee.id = r.id""", fees.stream().map(fee -> toRow(fee, null)).toList())
                .execute()
                .chain(() -> saveMilestones(fees));
    }

    private Uni<Void> saveMilestones(List<Fee> fees) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Fee fee : fees) {
            for (int i = 0; i < fee.milestones().size(); i++) {
                rows.add(MilestoneColumns.toRow(fee.id(), i, fee.milestones().get(i)));
            }
        }
        return bulk.of("""
                        insert into fee_milestone (fee_id, position, name, amount_minor, state, due_on, requested_by,
                                                   requested_at, decided_by, decided_at, reason, paid_on)
                        select fee_id, position, name, amount_minor, state, due_on, requested_by, requested_at, decided_by,
                               decided_at, reason, paid_on
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                          as r(fee_id uuid, position int, name text, amount_minor bigint, state text, due_on date,
                               requested_by text, requested_at timestamptz, decided_by text, decided_at timestamptz,
                               reason text, paid_on date)
                        on conflict (fee_id, position) do update set state = excluded.state, due_on = excluded.due_on,
                          requested_by = excluded.requested_by, requested_at = excluded.requested_at,
                          decided_by = excluded.decided_by, decided_at = excluded.decided_at, reason = excluded.reason,
                          paid_on = excluded.paid_on""", rows).execute().replaceWithVoid();
    }

    private Uni<List<Fee>> load(Sql sql) {
        return sql.list(FeeRepository::toFee)
                .chain(fees -> milestonesOf(fees.stream().map(Fee::id).toList())
                        .map(parts -> fees.stream()
                                .map(fee -> new Fee(
                                        fee.id(),
                                        fee.version(),
                                        fee.origin(),
                                        fee.payeeId(),
                                        fee.total(),
                                        fee.state(),
                                        parts.getOrDefault(fee.id(), List.of())))
                                .toList()));
    }

    private Uni<Map<UUID, List<Milestone>>> milestonesOf(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return Sql.of("""
                        select m.fee_id, m.name, m.amount_minor, f.currency, m.state, m.due_on, m.requested_by, m.requested_at,
                               m.decided_by, m.decided_at, m.reason, m.paid_on
                        from fee_milestone m join fee f on f.id = m.fee_id
                        where m.fee_id = any(cast(:ids as uuid[])) order by m.fee_id, m.position""")
                .withIds("ids", ids)
                .list(row ->
                        Map.entry(row.uuid(), new Milestone(row.text(), row.money(), MilestoneColumns.toState(row))))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private static Map<String, @Nullable Object> toRow(Fee fee, @Nullable ImportLine line) {
        Map<String, @Nullable Object> row = Bulk.row(
                "id", fee.id(),
                "payee_id", fee.payeeId(),
                "total_minor", fee.total().amountMinor(),
                "currency", fee.total().currency(),
                "withdrawn", isWithdrawn(fee),
                "import_id", line == null ? null : line.importId(),
                "import_line", line == null ? null : line.line());
        switch (fee.state()) {
            case FeeState.Open ignored -> row.put("blocked_code", null);
            case FeeState.Blocked blocked -> {
                row.put("blocked_code", blocked.code());
                row.put("blocked_detail", blocked.detail());
            }
        }
        switch (fee.origin()) {
            case FeeOrigin.Agreement agreement -> {
                row.put("origin", "AGREEMENT");
                row.put("collaboration_id", agreement.collaborationId());
                row.put("campaign_id", agreement.campaignId());
                row.put("kol_id", agreement.kolId());
                row.put("account_id", agreement.accountId());
                row.put("agency_id", agreement.agencyId());
            }
            case FeeOrigin.AdHoc adHoc -> {
                row.put("origin", "AD_HOC");
                row.put("reference", adHoc.reference());
                row.put("creditor_name", adHoc.creditorName());
            }
        }
        return row;
    }

    private static boolean isWithdrawn(Fee fee) {
        return !fee.isFromAgreement()
                && fee.milestones().stream().allMatch(part -> part.state() instanceof MilestoneState.Voided);
    }

    private static Fee toFee(Columns row) {
        UUID id = row.uuid();
        long version = row.number();
        boolean fromAgreement = row.text().equals("AGREEMENT");
        UUID collaboration = row.uuidOrNull();
        UUID campaign = row.uuidOrNull();
        UUID kol = row.uuidOrNull();
        UUID account = row.uuidOrNull();
        UUID agency = row.uuidOrNull();
        String reference = row.textOrNull();
        String creditor = row.textOrNull();
        FeeOrigin origin = fromAgreement && collaboration != null && campaign != null && kol != null && account != null
                ? new FeeOrigin.Agreement(collaboration, campaign, kol, account, agency)
                : new FeeOrigin.AdHoc(reference, creditor == null ? "" : creditor);
        UUID payee = row.uuidOrNull();
        Money total = row.money();
        String blocked = row.textOrNull();
        String detail = row.textOrNull();
        FeeState state =
                blocked == null ? new FeeState.Open() : new FeeState.Blocked(blocked, detail == null ? "" : detail);
        return new Fee(id, version, origin, payee, total, state, List.of());
    }

    private static boolean isReferenceTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("fee_reference")) {
                return true;
            }
        }
        return false;
    }
}
