package org.kolsuite.campaign.content;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.model.Effect;
import org.kolsuite.campaign.collaboration.model.Identity;
import org.kolsuite.contracts.id.Ids;

/** Writes down what was handed in, what was said about it and what may be done with it; joins the caller's transaction. */
@ApplicationScoped
public class ContentLedger {

    public Uni<Void> handIn(Identity identity, Effect.ContentHandedIn handedIn) {
        return of(identity.id(), handedIn.kind()).chain(before -> {
            ContentRow row = new ContentRow();
            row.id = Ids.next();
            row.collaborationId = identity.id();
            row.campaignId = identity.campaignId();
            row.accountId = identity.accountId();
            row.kind = handedIn.kind().name();
            row.round = before.size() + 1;
            row.url = handedIn.url();
            row.words = handedIn.text();
            row.handedInAt = handedIn.at();
            row.late = handedIn.late();
            row.verdict = handedIn.kind() == Effect.Kind.POST ? "LIVE" : "WAITING";
            return Panache.getSession().chain(session -> session.persist(row).chain(session::flush));
        });
    }

    public Uni<Void> judge(UUID collaborationId, Effect.ContentJudged judged) {
        return onLatest(collaborationId, judged.kind(), judged.approved() ? "APPROVED" : "SENT_BACK", judged.comment());
    }

    public Uni<Void> remove(UUID collaborationId) {
        return onLatest(collaborationId, Effect.Kind.POST, "REMOVED", null);
    }

    /** Lists the rights to the post that was handed in last. */
    public Uni<Void> grant(Identity identity, Effect.RightsGranted granted) {
        return of(identity.id(), Effect.Kind.POST)
                .chain(posts -> Multi.createFrom()
                        .iterable(granted.clause().channels())
                        .onItem()
                        .transformToUniAndConcatenate(channel -> {
                            RightRow row = new RightRow();
                            row.id = Ids.next();
                            row.collaborationId = identity.id();
                            row.campaignId = identity.campaignId();
                            row.contentId = posts.getLast().id;
                            row.channel = channel.toLowerCase(Locale.ROOT);
                            row.territory =
                                    "," + String.join(",", granted.clause().territory()) + ",";
                            row.fromOn = granted.from();
                            row.untilOn = granted.until();
                            row.paidAds = granted.clause().paidAds();
                            row.exclusive = granted.clause().exclusive();
                            return Panache.getSession().chain(session -> session.persist(row));
                        })
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private static Uni<Void> onLatest(
            UUID collaborationId, Effect.Kind kind, String verdict, @Nullable String comment) {
        return of(collaborationId, kind)
                .invoke(rows -> {
                    if (!rows.isEmpty()) {
                        rows.getLast().verdict = verdict;
                        rows.getLast().comment = comment;
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<List<ContentRow>> of(UUID collaborationId, Effect.Kind kind) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ContentRow where collaborationId = :id and kind = :kind order by round",
                                ContentRow.class)
                        .setParameter("id", collaborationId)
                        .setParameter("kind", kind.name())
                        .getResultList());
    }
}
