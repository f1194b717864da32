package org.kolsuite.registry.imports.application;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tabular.Header;
import org.kolsuite.registry.imports.model.ColumnMapping;
import org.kolsuite.registry.imports.model.Field;
import org.kolsuite.registry.imports.model.TemplateDoesNotFit;
import org.kolsuite.registry.imports.model.TemplateNameTaken;
import org.kolsuite.registry.imports.persistence.Imports;
import org.kolsuite.registry.imports.persistence.TemplateRow;
import org.kolsuite.registry.platforms.Platforms;

/** Mappings that are kept to be used again. Runs in the transaction that is open. */
@ApplicationScoped
public class Templates {
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    @Inject
    Imports imports;

    @Inject
    Platforms platforms;

    @Inject
    Clock clock;

    /** A header and what it holds. */
    public record Entry(String header, Field field) {}

    /** A template as its organisation sees it. */
    public record Template(UUID id, String name, @Nullable String platform, List<Entry> entries) {}

    /** Fails with {@code UnknownPlatform} when it is for one that nobody has set up. */
    public Uni<Template> save(String name, @Nullable String platform, List<Entry> entries) {
        TemplateRow template = new TemplateRow();
        template.id = Ids.next();
        template.name = name;
        template.platform = platform;
        template.columns = imports.write(entries);
        template.createdAt = clock.instant();
        Uni<Void> known = platform == null
                ? Uni.createFrom().voidItem()
                : platforms.require(platform).replaceWithVoid();
        return known.chain(Panache::getSession)
                .chain(session -> session.createQuery(
                                "from TemplateRow where lower(name) = lower(:name)", TemplateRow.class)
                        .setParameter("name", name)
                        .getResultList()
                        .invoke(same -> {
                            if (!same.isEmpty()) {
                                throw new TemplateNameTaken(name);
                            }
                        })
                        .chain(() -> session.persist(template))
                        .replaceWith(template))
                .map(this::view);
    }

    public Uni<List<Template>> list() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from TemplateRow order by name", TemplateRow.class)
                        .getResultList())
                .map(rows -> rows.stream().map(this::view).toList());
    }

    Uni<TemplateRow> require(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(TemplateRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("template", id));
    }

    public Uni<Void> remove(UUID id) {
        return require(id).chain(template -> Panache.getSession().chain(session -> session.remove(template)));
    }

    private Template view(TemplateRow row) {
        return new Template(row.id, row.name, row.platform, entriesOf(row));
    }

    private List<Entry> entriesOf(TemplateRow template) {
        return imports.read(template.columns, ENTRIES);
    }

    /**
     * The template's mapping on a file's header; columns that the file lacks are left out.
     *
     * @throws TemplateDoesNotFit when nothing is left that says whom a line is about
     */
    ColumnMapping applyTo(TemplateRow template, Header header) {
        List<ColumnMapping.Column> columns = new ArrayList<>();
        boolean identity = false;
        String missing = "";
        for (Entry entry : entriesOf(template)) {
            OptionalInt index = header.indexOf(entry.header());
            boolean says = entry.field() == Field.HANDLE || entry.field() == Field.PLATFORM_UID;
            if (index.isPresent()) {
                columns.add(new ColumnMapping.Column(index.getAsInt(), entry.field()));
                identity |= says;
            } else if (says) {
                missing = entry.header();
            }
        }
        if (!identity) {
            throw new TemplateDoesNotFit(missing);
        }
        return new ColumnMapping(columns);
    }
}
