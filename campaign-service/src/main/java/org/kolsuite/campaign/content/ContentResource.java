package org.kolsuite.campaign.content;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.Filter;
import org.kolsuite.campaign.campaign.persistence.CampaignRow;
import org.kolsuite.campaign.kol.KolAccountRow;
import org.kolsuite.campaign.kol.KolRow;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.platform.paging.Page;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** What KOLs made, and what the brand may do with it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Content")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class ContentResource {
    private static final String PEOPLE = " join KolAccountRow a on a.accountId = c.accountId"
            + " join KolRow k on k.kolId = a.kolId join CampaignRow p on p.id = c.campaignId";

    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** In which "today" is meant. */
    @ConfigProperty(name = "kol.rights.zone")
    String zone;

    /** @param verdict WAITING, APPROVED, SENT_BACK, LIVE or REMOVED */
    public record ContentAnswer(
            UUID id,
            UUID collaborationId,
            UUID campaignId,
            String campaignName,
            UUID kolId,
            String kolName,
            String platform,
            String handle,
            String kind,
            int round,
            @Nullable String url,
            @Nullable String text,
            Instant handedInAt,
            boolean late,
            String verdict,
            @Nullable String comment) {}

    /**
     * A licence to reuse one content on one channel.
     *
     * @param untilOn the last day
     */
    public record RightAnswer(
            UUID id,
            UUID collaborationId,
            UUID contentId,
            UUID campaignId,
            String campaignName,
            UUID kolId,
            String kolName,
            String platform,
            String handle,
            @Nullable String url,
            String channel,
            List<String> territory,
            LocalDate fromOn,
            LocalDate untilOn,
            boolean paidAds,
            boolean exclusive,
            boolean live) {}

    /** Newest first. */
    @GET
    @Path("/contents")
    public Uni<Page<ContentAnswer>> contents(
            @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("collaborationId") @Nullable UUID collaborationId,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("verdict") @Nullable String verdict,
            @QueryParam("cursor") @Nullable String cursorText,
            @QueryParam("limit") @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        Caller.Member caller = callers.member();
        Filter filter = Filter.of("from ContentRow c" + PEOPLE)
                .and("c.tenantId = :tenant", "tenant", caller.tenant())
                .andIf("c.campaignId = :campaign", "campaign", campaignId)
                .andIf("c.collaborationId = :collaboration", "collaboration", collaborationId)
                .andIf("c.kind = :kind", "kind", kind)
                .andIf("c.verdict = :verdict", "verdict", verdict);
        if (cursor != null) {
            filter.and("(c.handedInAt < :at or c.handedInAt = :at and c.id < :id)")
                    .with("at", cursor.instant(0))
                    .with("id", cursor.uuid(1));
        }
        return unitOfWork.as(
                caller,
                () -> Panache.getSession()
                        .chain(session -> filter.query(
                                        session,
                                        "select c, a, k, p ",
                                        " order by c.handedInAt desc, c.id desc",
                                        Object[].class)
                                .setMaxResults(limit + 1)
                                .getResultList())
                        .map(rows -> Page.of(
                                rows.stream().map(ContentResource::toContent).toList(),
                                limit,
                                answer -> Cursor.of(answer.handedInAt(), answer.id()),
                                null)));
    }

    /**
     * What may be reused: on a channel, in a country, on a day, for paid advertising. Those that end first come first.
     *
     * @param on the day in question; today when left out, every day for {@code all=true}
     */
    @GET
    @Path("/rights")
    public Uni<Page<RightAnswer>> rights(
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("territory") @Nullable String territory,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("all") boolean all,
            @QueryParam("paidAds") @Nullable Boolean paidAds,
            @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("cursor") @Nullable String cursorText,
            @QueryParam("limit") @Nullable Integer asked) {
        Cursor cursor = Cursor.decode(cursorText, 2);
        int limit = Limits.of(asked);
        LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)) : on;
        Caller.Member caller = callers.member();
        Filter filter = Filter.of("from RightRow r join ContentRow c on c.id = r.contentId" + PEOPLE)
                .and("r.tenantId = :tenant", "tenant", caller.tenant())
                .andIf("r.channel = :channel", "channel", channel == null ? null : channel.toLowerCase(Locale.ROOT))
                .andIf("r.paidAds = :paidAds", "paidAds", paidAds)
                .andIf("r.campaignId = :campaign", "campaign", campaignId);
        if (!all) {
            filter.and("r.fromOn <= :day and r.untilOn >= :day", "day", day);
        }
        if (territory != null) {
            filter.and(
                    "(r.territory like :territory or r.territory like '%,WORLD,%')",
                    "territory", "%," + territory.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "") + ",%");
        }
        if (cursor != null) {
            filter.and("(r.untilOn > :until or r.untilOn = :until and r.id > :id)")
                    .with("until", LocalDate.ofEpochDay(cursor.number(0)))
                    .with("id", cursor.uuid(1));
        }
        return unitOfWork.as(
                caller,
                () -> Panache.getSession()
                        .chain(session -> filter.query(
                                        session, "select c, a, k, p, r ", " order by r.untilOn, r.id", Object[].class)
                                .setMaxResults(limit + 1)
                                .getResultList())
                        .map(rows -> Page.of(
                                rows.stream().map(ContentResource::toRight).toList(),
                                limit,
                                answer -> Cursor.of(answer.untilOn().toEpochDay(), answer.id()),
                                null)));
    }

    private static ContentAnswer toContent(Object[] columns) {
        ContentRow content = (ContentRow) columns[0];
        KolAccountRow account = (KolAccountRow) columns[1];
        KolRow kol = (KolRow) columns[2];
        CampaignRow campaign = (CampaignRow) columns[3];
        return new ContentAnswer(
                content.id,
                content.collaborationId,
                content.campaignId,
                campaign.name,
                kol.kolId,
                kol.displayName,
                account.platform,
                account.handle,
                content.kind,
                content.round,
                content.url,
                content.words,
                content.handedInAt,
                content.late,
                content.verdict,
                content.comment);
    }

    private static RightAnswer toRight(Object[] columns) {
        ContentRow content = (ContentRow) columns[0];
        KolAccountRow account = (KolAccountRow) columns[1];
        KolRow kol = (KolRow) columns[2];
        CampaignRow campaign = (CampaignRow) columns[3];
        RightRow right = (RightRow) columns[4];
        return new RightAnswer(
                right.id,
                right.collaborationId,
                right.contentId,
                right.campaignId,
                campaign.name,
                kol.kolId,
                kol.displayName,
                account.platform,
                account.handle,
                content.url,
                right.channel,
                Arrays.stream(right.territory.split(",", -1))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                right.fromOn,
                right.untilOn,
                right.paidAds,
                right.exclusive,
                content.verdict.equals("LIVE"));
    }
}
