package org.kolsuite.campaign.kol;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.kolsuite.campaign.Api.MEI;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Registry;
import org.kolsuite.contracts.event.Topics;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.inbox.Rebuild;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

@QuarkusTest
@WithTestResource(KolStack.class)
class RebuildKolsTest {
    @Inject
    Rebuild rebuild;

    @Inject
    Kols kols;

    private static final String REBUILD = "/api/v1/operations/campaign/kols/rebuild";

    @Test
    void e13_aDamagedCopyIsRebuiltFromWhatTheRegistryTold() throws SQLException {
        // Given
        KolState kol = Registry.aKol();
        KolState foreign = Registry.aKol(Tokens.NORTHWIND, null, null);
        String truth = rebuilt().extract().path("hashAfter");
        String both = " where kol_id in ('" + kol.kolId() + "', '" + foreign.kolId() + "')";
        damage("update kol set display_name = 'nonsense', version = 99, subject = 'somebody'" + both);
        damage("update kol_account set handle = 'nonsense', followers = 1, audit_score = null" + both);

        // and something on the topic that nobody can read
        TestKafka.send(Topics.KOL_STATE, "nobody", "{", Map.of("ce_tenant", Tokens.LUMEN.toString()));

        // When
        rebuilt().body("same", is(false)).body("hashAfter", is(truth));

        // Then
        rebuilt().body("same", is(true));
        assertThat(name(kol)).isEqualTo(kol.displayName());
        assertThat(name(foreign)).isEqualTo("nonsense");
    }

    @Test
    void aRebuildBesideAConsumerThatHoldsARowWaitsForItAndNotItForTheRebuild() throws Exception {
        // Given: a consumer has read the KOL that it is about to change
        KolState kol = Registry.aKol();
        try (Connection consumer = KolStack.superuser();
                ExecutorService admin = Executors.newSingleThreadExecutor()) {
            consumer.setAutoCommit(false);
            consumer.createStatement()
                    .execute("select 1 from kol where kol_id = '" + kol.kolId() + "' for no key update");

            // When
            Future<?> rebuild = admin.submit(() -> rebuilt().body("hashAfter", notNullValue()));
            await().atMost(Duration.ofMinutes(1)).until(() -> KolStack.isWaitedFor(consumer));
            consumer.createStatement()
                    .executeUpdate("update kol set display_name = display_name where kol_id = '" + kol.kolId() + "'");
            consumer.commit();

            // Then
            rebuild.get();
        }
    }

    @Test
    void theSessionOfARebuildKnowsAPartOfTheRowsAtATime() throws Throwable {
        // Given
        List<KolState> told = Stream.generate(() -> Registry.kol("xiaohongshu", null, null))
                .limit(Rebuild.PART * 3)
                .toList();
        told.forEach(kol -> TestKafka.publish(Tokens.LUMEN, kol));
        Registry.told(Tokens.LUMEN, told.getLast());
        var watched = new Watched();

        // When
        Caller.Member ada = new Caller.Member(Tokens.LUMEN, "ada", "Ada", Set.of(Roles.ADMIN));
        Rebuild.Rebuilt rebuilt = VertxContextSupport.subscribeAndAwait(() -> rebuild.of(watched, ada));

        // Then
        assertThat(rebuilt.subjects()).isGreaterThanOrEqualTo(told.size());
        assertThat(watched.mostKnown).isBetween(1, Rebuild.PART);
    }

    /** Counts, before each KOL is taken, of how many earlier ones the session still has the rows. */
    private final class Watched extends KolProjection {
        private final List<KolRow> rows = new ArrayList<>();
        private int mostKnown;

        private Watched() {
            this.kols = RebuildKolsTest.this.kols;
        }

        @Override
        public Uni<?> take(KolState state) {
            return Panache.getSession()
                    .invoke(session -> mostKnown = Math.max(mostKnown, (int)
                            rows.stream().filter(session::contains).count()))
                    .chain(session -> super.take(state).chain(() -> session.find(KolRow.class, state.kolId())))
                    .invoke(rows::add);
        }
    }

    @Test
    void onlyAdministratorsRebuild() {
        MEI.request().post(REBUILD).then().statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse rebuilt() {
        return given().auth()
                .oauth2(Tokens.member("ada", "admin"))
                .post(REBUILD)
                .then()
                .statusCode(200);
    }

    private static void damage(String update) throws SQLException {
        try (Connection superuser = KolStack.superuser()) {
            superuser.createStatement().execute(update);
        }
    }

    private static String name(KolState kol) throws SQLException {
        try (Connection superuser = KolStack.superuser();
                var query = superuser.prepareStatement("select display_name from kol where kol_id = ?")) {
            query.setObject(1, kol.kolId());
            try (var found = query.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }
}
