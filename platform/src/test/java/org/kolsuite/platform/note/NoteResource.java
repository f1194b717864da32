package org.kolsuite.platform.note;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolErased;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.contracts.money.Money;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.platform.outbox.Outbox;
import org.kolsuite.platform.paging.IfMatch;
import org.kolsuite.platform.problem.UnknownId;
import org.kolsuite.platform.tenancy.UnitOfWork;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/notes")
@RolesAllowed("brand-manager")
public class NoteResource {
    @Inject
    CurrentCaller callers;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Idempotency idempotency;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    public record NoteRequest(String text, Money price) {}

    public record NoteAnswer(UUID id, String text) {}

    @POST
    public Uni<Response> create(@HeaderParam("Idempotency-Key") String key, NoteRequest request) {
        var caller = callers.member();
        return idempotency.once(caller, key, "POST /api/v1/notes", request, () -> {
            NoteRow row = new NoteRow();
            row.id = Ids.next();
            row.text = request.text();
            return Panache.getSession()
                    .chain(session -> session.persist(row))
                    .chain(() -> outbox.append(new KolErased(row.id, clock.instant())))
                    .chain(() -> trail.record(caller, "create-note", "note", row.id, null, null, request))
                    .invoke(() -> {
                        if (request.text().equals("fail at the end")) {
                            throw new IllegalStateException("after everything was written");
                        }
                    })
                    .map(done -> Reply.created("/api/v1/notes/" + row.id, 0, new NoteAnswer(row.id, row.text)));
        });
    }

    @GET
    public Uni<List<NoteAnswer>> list() {
        return unitOfWork.as(
                callers.member(),
                () -> Panache.getSession()
                        .chain(session -> session.createQuery("from NoteRow", NoteRow.class)
                                .getResultList())
                        .map(rows -> rows.stream()
                                .map(row -> new NoteAnswer(row.id, row.text))
                                .toList()));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return unitOfWork.as(callers.member(), () -> find(id).map(NoteResource::answer));
    }

    @PUT
    @Path("/{id}")
    public Uni<Response> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, NoteRequest request) {
        return unitOfWork.as(
                callers.member(),
                () -> find(id).invoke(row -> IfMatch.require(ifMatch, row.version))
                        .invoke(row -> row.text = request.text())
                        .call(Panache::flush)
                        .call(row -> outbox.append(new KolLinked(row.id, row.text, clock.instant())))
                        .map(NoteResource::answer));
    }

    /** A form, for those that are broken. */
    @POST
    @Path("/form")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String form(@RestForm String words) {
        return words;
    }

    private static Uni<NoteRow> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(NoteRow.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new UnknownId("note", id));
    }

    private static Response answer(NoteRow row) {
        return Reply.ok(row.version, new NoteAnswer(row.id, row.text)).toResponse();
    }
}
