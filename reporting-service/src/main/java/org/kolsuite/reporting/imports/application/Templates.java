package org.kolsuite.reporting.imports.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.SavedTemplate;

/** Mappings that an organisation saved under a name; saving a name again replaces it. */
@ApplicationScoped
public class Templates {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    AuditTrail trail;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    public Uni<List<SavedTemplate>> list(Caller.Member caller, ImportKind kind) {
        return unitOfWork.as(
                caller,
                () -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "select name, settings from mapping_template where kind = :kind order by name",
                                        Object[].class)
                                .setParameter("kind", kind.name())
                                .getResultList())
                        .map(rows -> rows.stream()
                                .map(row -> new SavedTemplate((String) row[0], read((String) row[1])))
                                .toList()));
    }

    public Uni<SavedTemplate> save(Caller.Member caller, ImportKind kind, SavedTemplate template) {
        return unitOfWork.as(
                caller,
                () -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("""
                                        insert into mapping_template (kind, name, settings, saved_at)
                                        values (:kind, :name, :settings, :now)
                                        on conflict (tenant_id, kind, name) do update
                                        set settings = excluded.settings, saved_at = excluded.saved_at""")
                                .setParameter("kind", kind.name())
                                .setParameter("name", template.name())
                                .setParameter("settings", write(template.mapping()))
                                .setParameter("now", clock.instant())
                                .executeUpdate())
                        .chain(() -> trail.record(
                                caller, "save-template", "mapping-template", caller.tenant(), null, null, template))
                        .replaceWith(template));
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("templates were written by this class", impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("mappings are writable", impossible);
        }
    }
}
