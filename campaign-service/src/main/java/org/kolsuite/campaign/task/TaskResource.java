package org.kolsuite.campaign.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.Filter;
import org.kolsuite.campaign.campaign.persistence.CampaignRow;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** "What needs you", for the home page. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class TaskResource {
    private static final int SHOWN = 5;

    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** How long something may wait for a person where no clock of its own runs. */
    @ConfigProperty(name = "kol.tasks.answer-within")
    Duration answerWithin;

    @ConfigProperty(name = "kol.rights.warn-days")
    int warnDays;

    @ConfigProperty(name = "kol.rights.zone")
    String zone;

    /**
     * A kind of work that waits.
     *
     * @param kind a {@link TaskKind}, or {@code LAUNCH_CAMPAIGNS} and {@code CLOSE_CAMPAIGNS}
     * @param since how long the oldest has waited
     * @param dueAt when the first is due
     * @param first the few that wait longest
     */
    public record Task(String kind, long count, Instant since, Instant dueAt, List<Item> first) {}

    /** @param collaborationId null when the work is about the campaign itself */
    public record Item(
            @Nullable UUID collaborationId,
            UUID campaignId,
            String campaignName,
            @Nullable String kolName,
            Instant since,
            Instant dueAt) {}

    @GET
    public Uni<Page<Task>> list() {
        Caller.Member caller = callers.member();
        List<TaskKind> kinds = Arrays.stream(TaskKind.values())
                .filter(kind -> kind.roles().stream().anyMatch(caller::is))
                .toList();
        return unitOfWork.as(
                caller,
                () -> Multi.createFrom()
                        .iterable(kinds)
                        .onItem()
                        .transformToUniAndConcatenate(kind -> task(caller, kind))
                        .collect()
                        .asList()
                        .chain(tasks -> campaigns(caller).map(ofCampaigns -> page(tasks, ofCampaigns))));
    }

    private static Page<Task> page(List<Task> tasks, List<Task> ofCampaigns) {
        List<Task> all = new ArrayList<>(tasks);
        all.addAll(ofCampaigns);
        List<Task> waiting = all.stream()
                .filter(task -> task.count() > 0)
                .sorted(Comparator.comparing(Task::dueAt))
                .toList();
        return new Page<>(waiting, null, (long) waiting.size());
    }

    private Uni<Task> task(Caller.Member caller, TaskKind kind) {
        return Panache.getSession()
                .chain(session -> filter(caller, kind, "from CollaborationRow c")
                        .query(session, "select count(*) ", "", Long.class)
                        .getSingleResult())
                .chain(count -> count == 0
                        ? Uni.createFrom().item(new Task(kind.name(), 0, Instant.MAX, Instant.MAX, List.of()))
                        : first(caller, kind)
                                .map(items -> new Task(
                                        kind.name(),
                                        count,
                                        items.getFirst().since(),
                                        items.stream()
                                                .map(Item::dueAt)
                                                .min(Comparator.naturalOrder())
                                                .orElseThrow(),
                                        items)));
    }

    private Uni<List<Item>> first(Caller.Member caller, TaskKind kind) {
        return Panache.getSession()
                .chain(session -> filter(
                                caller,
                                kind,
                                "from CollaborationRow c join KolRow k on k.kolId = c.kolId join CampaignRow p on p.id = c.campaignId")
                        .query(
                                session,
                                "select c.id, p.id, p.name, k.displayName, c.stateSince, c.dueAt ",
                                " order by c.stateSince, c.id",
                                Object[].class)
                        .setMaxResults(SHOWN)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Item(
                                (UUID) row[0],
                                (UUID) row[1],
                                (String) row[2],
                                (String) row[3],
                                (Instant) row[4],
                                row[5] == null ? ((Instant) row[4]).plus(answerWithin) : (Instant) row[5]))
                        .toList());
    }

    private Filter filter(Caller.Member caller, TaskKind kind, String from) {
        Filter filter = Filter.of(from)
                .and("c.tenantId = :tenant", "tenant", caller.tenant())
                .and("(" + kind.condition() + ")");
        if (kind == TaskKind.RENEW_RIGHTS) {
            filter.with("today", today()).with("warnUntil", today().plusDays(warnDays));
        }
        return filter;
    }

    /** Drafts that should have begun, and campaigns that are over. */
    private Uni<List<Task>> campaigns(Caller.Member caller) {
        if (!caller.is(Roles.BRAND_MANAGER)) {
            return Uni.createFrom().item(List.of());
        }
        return campaigns(caller, "LAUNCH_CAMPAIGNS", "status = 'DRAFT' and startsOn <= :today", true)
                .chain(launch -> campaigns(caller, "CLOSE_CAMPAIGNS", "status = 'RUNNING' and endsOn < :today", false)
                        .map(close -> List.of(launch, close)));
    }

    private Uni<Task> campaigns(Caller.Member caller, String kind, String condition, boolean begins) {
        return Panache.getSession()
                .chain(session -> Filter.of("from CampaignRow")
                        .and("tenantId = :tenant", "tenant", caller.tenant())
                        .and(condition, "today", today())
                        .query(session, "", " order by startsOn, id", CampaignRow.class)
                        .setMaxResults(100)
                        .getResultList())
                .map(rows -> {
                    List<Item> items = rows.stream()
                            .map(row -> {
                                LocalDate day = begins ? row.startsOn : row.endsOn.plusDays(1);
                                Instant since = day.atStartOfDay(ZoneId.of(row.timeZone))
                                        .toInstant();
                                return new Item(null, row.id, row.name, null, since, since.plus(answerWithin));
                            })
                            .sorted(Comparator.comparing(Item::since))
                            .toList();
                    return items.isEmpty()
                            ? new Task(kind, 0, Instant.MAX, Instant.MAX, List.of())
                            : new Task(
                                    kind,
                                    items.size(),
                                    items.getFirst().since(),
                                    items.getFirst().dueAt(),
                                    items.subList(0, Math.min(SHOWN, items.size())));
                });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    }
}
