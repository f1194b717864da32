package org.kolsuite.campaign.escalation.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.escalation.model.Condition;
import org.kolsuite.campaign.escalation.model.EscalationRefusals.EscalationRuleNotFound;
import org.kolsuite.campaign.escalation.model.EscalationRule;
import org.kolsuite.campaign.escalation.model.Proposal;
import org.kolsuite.contracts.id.Ids;

/** Stores rules, results and proposals; every method joins the caller's transaction. */
@ApplicationScoped
public class EscalationRepository {
    @Inject
    StoredJson json;

    public Uni<List<EscalationRule>> rules() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from RuleRow order by name, id", RuleRow.class)
                        .getResultList())
                .map(rows -> rows.stream().map(this::toModel).toList());
    }

    /** @throws EscalationRuleNotFound when there is none for this caller */
    public Uni<RuleRow> row(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(RuleRow.class, id))
                .onItem()
                .ifNull()
                .failWith(EscalationRuleNotFound::new);
    }

    public Uni<EscalationRule> add(EscalationRule rule, Instant now) {
        RuleRow row = new RuleRow();
        row.id = rule.id();
        row.createdAt = now;
        write(row, rule);
        return Panache.getSession()
                .chain(session -> session.persist(row).chain(session::flush))
                .map(done -> toModel(row));
    }

    public void write(RuleRow row, EscalationRule rule) {
        row.name = rule.name();
        row.active = rule.active();
        row.needed = rule.needed();
        row.conditions = json.write(rule.conditions());
    }

    public EscalationRule toModel(RuleRow row) {
        return new EscalationRule(
                row.id, row.version, row.name, row.active, row.needed, json.readList(row.conditions, Condition.class));
    }

    public Uni<Void> add(ResultRow row) {
        return Panache.getSession()
                .chain(session -> session.merge(row).chain(session::flush))
                .replaceWithVoid();
    }

    public Uni<List<ResultRow>> resultsOf(UUID collaborationId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ResultRow where key.collaborationId = :id order by key.daysAfter",
                                ResultRow.class)
                        .setParameter("id", collaborationId)
                        .getResultList());
    }

    /** The latest engagements of each measured post of the account. */
    public Uni<Collection<Long>> engagementsOf(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ResultRow where accountId = :id and engagements is not null order by key.daysAfter",
                                ResultRow.class)
                        .setParameter("id", accountId)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, Long> latest = new HashMap<>();
                    rows.forEach(row -> latest.put(row.key.collaborationId(), row.engagements));
                    return latest.values();
                });
    }

    public Uni<Void> propose(UUID collaborationId, int daysAfter, Proposal proposal, Instant now) {
        ProposalRow row = new ProposalRow();
        row.id = Ids.next();
        row.collaborationId = collaborationId;
        row.daysAfter = daysAfter;
        row.ruleId = proposal.ruleId();
        row.recommendation = proposal.recommendation().name();
        row.confidence = proposal.confidence().name();
        row.proposal = json.write(proposal);
        row.proposedAt = now;
        return Panache.getSession().chain(session -> session.persist(row).chain(session::flush));
    }

    /** A proposal with when it was made. */
    public record Made(int daysAfter, Instant at, Proposal proposal) {}

    public Uni<List<Made>> proposalsFor(UUID collaborationId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ProposalRow where collaborationId = :id order by daysAfter desc, proposedAt desc",
                                ProposalRow.class)
                        .setParameter("id", collaborationId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Made(row.daysAfter, row.proposedAt, json.read(row.proposal, Proposal.class)))
                        .toList());
    }
}
