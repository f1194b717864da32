package org.kolsuite.platform.note;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolErased;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.platform.inbox.Consumers;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Writes a note for each KOL that was linked: of "after x" only when there is a note "x". */
@ApplicationScoped
class NoteEvents implements Consumers {
    private static final String NOTES = "notes";

    /** A consumer that has had no message since the start. */
    private static final String UNHEARD = "unheard";

    private static final String AFTER = "after ";

    private final Handlers handlers =
            Handlers.of().on(KolLinked.class, this::linked).ignore(KolErased.class);

    @Inject
    Inbox inbox;

    @Override
    public Map<String, Handlers> consumers() {
        return Map.of(NOTES, handlers, UNHEARD, Handlers.of().on(KolLinked.class, this::linked));
    }

    @Incoming("kol-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.handle(NOTES, record);
    }

    private Uni<Void> linked(KolLinked event) {
        if (event.subject().equals("poison")) {
            throw new IllegalArgumentException("this subject is never accepted");
        }
        NoteRow row = new NoteRow();
        row.id = Ids.next();
        row.text = "linked " + event.subject();
        return Panache.getSession()
                .chain(session -> isTooEarly(session, event.subject())
                        .invoke(early -> {
                            if (early) {
                                throw new IllegalStateException("too early");
                            }
                        })
                        .chain(() -> session.persist(row)));
    }

    private static Uni<Boolean> isTooEarly(Mutiny.Session session, String subject) {
        return subject.startsWith(AFTER)
                ? session.createQuery("select count(*) = 0 from NoteRow where text = :text", Boolean.class)
                        .setParameter("text", subject.substring(AFTER.length()))
                        .getSingleResult()
                : Uni.createFrom().item(false);
    }
}
