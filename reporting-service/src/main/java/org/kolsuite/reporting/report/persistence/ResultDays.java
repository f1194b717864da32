package org.kolsuite.reporting.report.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.projection.Marks;
import org.kolsuite.reporting.report.model.DayResult;

/** Writes results by day; every method runs in the open transaction. */
@ApplicationScoped
public class ResultDays {
    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Whose days they are. */
    public record Subject(
            UUID id, @Nullable UUID campaignId, @Nullable UUID collaborationId) {}

    /** Replaces everything that is known of a subject's days, and tells those who watch its campaign. */
    public Uni<Void> replace(Subject subject, List<DayResult> days) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from result_day where subject_id = :subject")
                        .setParameter("subject", subject.id())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("""
                                        insert into result_day (subject_id, day, currency, quantity, value, source, as_of, campaign_id,
                                                                collaboration_id)
                                        select :subject, day, currency, quantity, value, source, as_of, cast(:campaign as uuid),
                                               cast(:collaboration as uuid)
                                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (day date, currency text, quantity text,
                                               value bigint, source text, as_of timestamptz)""")
                                .setParameter("subject", subject.id())
                                .setParameter("campaign", text(subject.campaignId()))
                                .setParameter("collaboration", text(subject.collaborationId()))
                                .setParameter("rows", rows(days))
                                .executeUpdate()))
                .chain(() -> bump(subject.campaignId() == null ? Marks.NOBODY : subject.campaignId()));
    }

    private Uni<Void> bump(UUID campaign) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into report_revision (campaign_id, revision, changed_at) values (:campaign, 1, :now)
                                on conflict (tenant_id, campaign_id) do update
                                set revision = report_revision.revision + 1, changed_at = excluded.changed_at""")
                        .setParameter("campaign", campaign)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private String rows(List<DayResult> days) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (DayResult day : days) {
            day.added().known().forEach((quantity, measured) -> {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("day", day.day());
                row.put("currency", day.added().currency());
                row.put("quantity", quantity.name());
                row.put("value", measured.value());
                row.put("source", measured.source().name());
                row.put("as_of", measured.asOf());
                rows.add(row);
            });
        }
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows are writable", impossible);
        }
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
