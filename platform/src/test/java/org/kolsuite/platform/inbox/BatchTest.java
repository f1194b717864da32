package org.kolsuite.platform.inbox;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolLinked;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.Tokens;

/** Events that are handled together, and what one that fails means for its neighbours. */
@QuarkusTest
@WithTestResource(KolStack.class)
class BatchTest {
    private static final String POISON = "poison";

    private static long offset = System.nanoTime();

    @Inject
    Inbox inbox;

    @Inject
    ObjectMapper json;

    private final List<Long> transactions = new ArrayList<>();
    private final Handlers handlers = Handlers.of().on(KolLinked.class, event -> {
        if (event.subject().equals(POISON)) {
            throw new IllegalArgumentException("this subject is never accepted");
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into note (id, version, text) values (:id, 0, :text)")
                        .setParameter("id", Ids.next())
                        .setParameter("text", event.subject())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(
                                        "select cast(cast(pg_current_xact_id() as text) as bigint)", Long.class)
                                .getSingleResult()))
                .invoke(transactions::add)
                .replaceWithVoid();
    });

    @Test
    void e01_neighboursOfOneOrganisationShareATransactionAndAreHandledOnce() throws Throwable {
        UUID tenant = Ids.next();
        UUID other = Ids.next();
        List<ConsumerRecord<String, byte[]>> records = List.of(
                linked(tenant, "one"), linked(tenant, "two"), linked(other, "elsewhere"), linked(tenant, "three"));

        handle(records);
        handle(records);

        assertThat(notes(tenant)).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(notes(other)).containsExactly("elsewhere");
        assertThat(transactions).hasSize(4);
        assertThat(transactions.get(1)).isEqualTo(transactions.get(0));
        assertThat(transactions.stream().distinct()).hasSize(3);
    }

    @Test
    void e01_whatComesAgainAmongWhatIsNewIsNotHandledAgain() throws Throwable {
        UUID tenant = Ids.next();
        ConsumerRecord<String, byte[]> first = linked(tenant, "first");
        ConsumerRecord<String, byte[]> twice = linked(tenant, "twice");

        handle(List.of(first));
        handle(List.of(twice, first, twice, linked(tenant, "last")));

        assertThat(notes(tenant)).containsExactlyInAnyOrder("first", "twice", "last");
    }

    @Test
    void e05_oneThatIsNeverTakenIsParkedAndItsNeighboursAreHandled() throws Throwable {
        UUID tenant = Ids.next();

        handle(List.of(linked(tenant, "before"), linked(tenant, POISON), linked(tenant, "after")));

        assertThat(notes(tenant)).containsExactlyInAnyOrder("before", "after");
        List<String> causes = given().auth()
                .oauth2(Tokens.memberOf(tenant, "ada", "admin"))
                .get("/api/v1/operations/platform/dead-letters")
                .jsonPath()
                .getList("cause", String.class);
        assertThat(causes).singleElement().asString().contains("never accepted");
    }

    private void handle(List<ConsumerRecord<String, byte[]>> records) throws Throwable {
        VertxContextSupport.<Void>subscribeAndAwait(() -> inbox.handleAll("batch", records, handlers));
    }

    private ConsumerRecord<String, byte[]> linked(UUID tenant, String subject) throws Exception {
        KolLinked event = new KolLinked(Ids.next(), subject, Instant.EPOCH);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                Topics.KOL_EVENTS, 0, offset++, event.aggregateId().toString(), json.writeValueAsBytes(event));
        Map.of(
                        "ce_id", Ids.next().toString(),
                        "ce_time", event.happenedAt().toString(),
                        "ce_type", "KolLinked",
                        "ce_subject", event.aggregateId().toString(),
                        "ce_tenant", tenant.toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static List<String> notes(UUID tenant) {
        return given().auth()
                .oauth2(Tokens.memberOf(tenant, "mei", "brand-manager"))
                .get("/api/v1/notes")
                .jsonPath()
                .getList("text", String.class);
    }
}
