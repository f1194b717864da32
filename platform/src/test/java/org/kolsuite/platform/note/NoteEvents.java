package org.kolsuite.platform.note;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolErased;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.platform.inbox.Handlers;
import org.kolsuite.platform.inbox.Inbox;

/** Writes a note for each KOL that was linked. */
@ApplicationScoped
class NoteEvents {
    private final Handlers handlers =
            Handlers.of().on(KolLinked.class, this::linked).ignore(KolErased.class);

    @Inject
    Inbox inbox;

    @Incoming("kol-events")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return inbox.handle("notes", record, handlers);
    }

    private Uni<Void> linked(KolLinked event) {
        if (event.subject().equals("poison")) {
            throw new IllegalArgumentException("this subject is never accepted");
        }
        NoteRow row = new NoteRow();
        row.id = Ids.next();
        row.text = "linked " + event.subject();
        return Panache.getSession().chain(session -> session.persist(row));
    }
}
