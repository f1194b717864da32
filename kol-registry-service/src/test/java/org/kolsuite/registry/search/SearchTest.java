package org.kolsuite.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.tenancy.UnitOfWork;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.registry.Api;

@QuarkusTest
@WithTestResource(KolStack.class)
class SearchTest {
    private final Api mei = Api.freshOrganisation();

    @Inject
    Indexer indexer;

    @Inject
    Listings listings;

    @Inject
    UnitOfWork unitOfWork;

    @BeforeEach
    void fourKols() {
        kol("种草小鹿", "CN", "美妆护肤", "xiaohongshu", "xiaolu88", 12_000, 4_000, 400);
        kol("美食侦探李维刚", "CN", "美食", "bilibili", "liweigang", 1_140_000, 90_000, 1_800);
        kol("Anna Bakes", "US", "Food", "tiktok", "anna.bakes", 320_000, 50_000, 5_000);
        kol("Élodie Martin", "FR", "Beauty", "tiktok", "elodie.m", 45_000, 10_000, 200);
        // What other tests imported stands before them in the change log: a hundred thousand lines.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(search("").getLong("total")).isEqualTo(4));
    }

    @Test
    void findsChineseByAnyPairOfCharacters() {
        assertThat(names("?q=小鹿")).containsExactly("种草小鹿");
        assertThat(names("?q=侦探")).containsExactly("美食侦探李维刚");
        assertThat(names("?q=护肤")).containsExactly("种草小鹿");
    }

    @Test
    void findsEnglishWithoutCaseAndAccentsAndByTheBeginningOfAHandle() {
        assertThat(names("?q=ELODIE")).containsExactly("Élodie Martin");
        assertThat(names("?q=bakes anna")).containsExactly("Anna Bakes");
        assertThat(names("?q=anna.b")).containsExactly("Anna Bakes");
        assertThat(names("?q=nobody")).isEmpty();
    }

    @Test
    void filtersSpeakOfTheSameAccountAndFacetsCountWhatElseCouldBeChosen() {
        // When
        JsonPath found = search("?platform=tiktok");

        // Then
        assertThat(found.<String>getList("items.displayName")).containsExactly("Anna Bakes", "Élodie Martin");
        assertThat(found.getMap("facets.platform.collectEntries { [it.value, it.count] }"))
                .isEqualTo(Map.of("tiktok", 2, "xiaohongshu", 1, "bilibili", 1));
        assertThat(found.getMap("facets.tier.collectEntries { [it.value, it.count] }"))
                .isEqualTo(Map.of("mid", 1, "micro", 1));
        assertThat(names("?platform=tiktok&tier=top")).isEmpty();
        assertThat(names("?country=CN&country=FR&sort=name"))
                .containsExactlyInAnyOrder("种草小鹿", "美食侦探李维刚", "Élodie Martin");
        assertThat(names("?topic=Food")).containsExactly("Anna Bakes");
    }

    @Test
    void rangesAndSortsWork() {
        assertThat(names("?followersFrom=40000&followersTo=400000&sort=followers"))
                .containsExactly("Anna Bakes", "Élodie Martin");
        assertThat(names("?engagementFrom=0.09&sort=engagement")).containsExactlyInAnyOrder("种草小鹿", "Anna Bakes");
        assertThat(names("?sort=followers&limit=1")).containsExactly("美食侦探李维刚");
        mei.get("/api/v1/kols?sort=luck").then().statusCode(422);
        mei.get("/api/v1/kols?followersFrom=-1").then().statusCode(422);
    }

    @Test
    void aPriceCanBeFilteredAsSoonAsItIsRecorded() {
        // Given
        String id = search("?q=小鹿").getString("items[0].kolId");
        String account = search("?q=小鹿").getString("items[0].accountId");

        // When
        mei.post(
                        "/api/v1/kols/" + id + "/accounts/" + account + "/rate-cards",
                        Map.of(
                                "format", "note-image",
                                "month", "2026-11",
                                "price", Map.of("amountMinor", 150_000, "currency", "CNY")))
                .then()
                .statusCode(201);

        // Then
        await().untilAsserted(() ->
                assertThat(names("?priceToMinor=200000&priceCurrency=CNY")).containsExactly("种草小鹿"));
        assertThat(names("?priceToMinor=200000&priceCurrency=EUR")).isEmpty();
    }

    @Test
    void aChangeThatCommitsAfterALaterOneIsFoundToo() throws SQLException {
        // Given
        String early = search("?q=小鹿").getString("items[0].kolId");
        String late = search("?q=侦探").getString("items[0].kolId");

        try (Connection older = behindTheService();
                Connection younger = behindTheService()) {
            // When: the younger transaction notes its change first, and commits last
            run(older, "select pg_current_xact_id()");
            run(younger, rename(late, "夜猫侦探"));
            run(older, rename(early, "晨跑小鹿"));
            older.commit();
            await().untilAsserted(() -> assertThat(names("?q=晨跑")).isNotEmpty());
            younger.commit();
        }

        // Then
        await().untilAsserted(() -> assertThat(names("?q=夜猫")).isNotEmpty());
    }

    @Test
    void theChangeLogIsFollowedByTheNumbersOfTransactionsNotByTheirDigits() throws Throwable {
        // Given: older than whatever a test writes
        try (Connection connection = behindTheService()) {
            for (int transaction : List.of(9, 10)) {
                run(connection, """
                        insert into search_change (tenant_id, xid, kol_id) values ('%s', '%d', gen_random_uuid())""".formatted(mei.tenant(), transaction));
            }
            connection.commit();
        }

        // When
        Listings.Position latest = inDatabase(listings::position);
        List<Listings.Change> next = inDatabase(() -> listings.changesAfter(new Listings.Position("8", 0), 1));

        // Then
        assertThat(Long.parseLong(latest.transaction())).isGreaterThan(10);
        assertThat(next).extracting(change -> change.position().transaction()).containsExactly("9");
    }

    private <T> T inDatabase(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> unitOfWork.acrossTenants(work));
    }

    private static String rename(String kolId, String name) {
        return "update account set display_name = '%s' where kol_id = '%s'".formatted(name, kolId);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static Connection behindTheService() throws SQLException {
        Connection connection = KolStack.superuser();
        connection.setAutoCommit(false);
        return connection;
    }

    @Test
    void pagesFollowOneAnother() {
        JsonPath first = search("?sort=followers&limit=3");
        JsonPath second = search("?sort=followers&limit=3&cursor=" + first.getString("nextCursor"));

        assertThat(first.getList("items")).hasSize(3);
        assertThat(second.<String>getList("items.displayName")).containsExactly("种草小鹿");
        assertThat(second.getString("nextCursor")).isNull();
        mei.get("/api/v1/kols?cursor=guessed")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422))
                .body("code", equalTo("UNKNOWN_CURSOR"));
    }

    @Test
    void s02_aCursorOfAnotherOrganisationsListShowsNothingOfIt() {
        // Given
        Api other = Api.freshOrganisation();
        other.createKol("Zoe", "weibo", "zoe-of-another", 5);
        await().untilAsserted(
                        () -> assertThat(other.get("/api/v1/kols").jsonPath().getLong("total"))
                                .isEqualTo(1));
        for (String sort : List.of("?sort=name", "?sort=followers", "?q=a")) {
            String cursor = search(sort + "&limit=1").getString("nextCursor");

            // When
            JsonPath page = other.get(
                            "/api/v1/kols" + sort + "&limit=100" + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();

            // Then
            assertThat(page.<String>getList("items.displayName")).as(sort).isSubsetOf("Zoe");
            assertThat(page.getLong("total")).as(sort).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void s12_nothingOfAnotherOrganisationIsFoundCountedOrOffered() {
        JsonPath foreign = Api.freshOrganisation().get("/api/v1/kols?q=anna").jsonPath();

        assertThat(foreign.getLong("total")).isZero();
        assertThat(foreign.getList("facets.platform")).isEmpty();
    }

    @Test
    void aRebuiltIndexFindsTheSame() {
        // Given
        List<String> before = names("?sort=name");

        // When
        mei.as("ada", "admin")
                .post("/api/v1/kols/search-index/rebuild")
                .then()
                .statusCode(200)
                .body("ready", equalTo(true));

        // Then
        assertThat(names("?sort=name")).isEqualTo(before);
        mei.post("/api/v1/kols/search-index/rebuild").then().statusCode(403);
    }

    @Test
    void everySearchFindsEverythingWhileTheIndexIsRebuilt() throws Exception {
        // When
        CompletableFuture<Void> rebuilt = indexer.rebuild();
        List<CompletableFuture<Set<String>>> searchers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> answersUntil(rebuilt)))
                .limit(2)
                .toList();

        // Then
        for (CompletableFuture<Set<String>> searcher : searchers) {
            assertThat(searcher.get()).containsExactly("200: 4 found");
        }
        rebuilt.get();
    }

    private Set<String> answersUntil(CompletableFuture<Void> end) {
        Set<String> answers = new TreeSet<>();
        do {
            Response answer = mei.get("/api/v1/kols?platform=tiktok&platform=bilibili&platform=xiaohongshu");
            answers.add(answer.statusCode() + ": " + answer.path("total") + " found");
        } while (!end.isDone());
        return answers;
    }

    @Test
    void rostersAndListsNameTheirKols() {
        // Given
        String id = search("?q=小鹿").getString("items[0].kolId");
        String account = search("?q=小鹿").getString("items[0].accountId");
        UUID agencyId = UUID.randomUUID();

        // When
        mei.post("/api/v1/agencies", Map.of("id", agencyId, "name", "Star MCN"))
                .then()
                .statusCode(201)
                .body("id", equalTo(agencyId.toString()));
        mei.post("/api/v1/agencies/" + agencyId + "/roster", Map.of("kolId", id))
                .then()
                .statusCode(201)
                .body("items.displayName", equalTo(List.of("种草小鹿")));
        String list = mei.post("/api/v1/lists", Map.of("name", "Spring"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        mei.post("/api/v1/lists/" + list + "/entries", Map.of("accountId", account, "note", "first choice"))
                .then()
                .statusCode(201)
                .body("entries.handle", equalTo(List.of("xiaolu88")));

        // Then
        Api agency = Api.withToken(org.kolsuite.platform.testing.Tokens.agency(agencyId, "star-mcn"));
        agency.get("/partner/v1/profile").then().statusCode(200).body("items.kolId", equalTo(List.of(id)));
        mei.post("/api/v1/agencies/" + agencyId + "/roster/" + id + "/release")
                .then()
                .statusCode(200);
        agency.get("/partner/v1/profile").then().body("items", org.hamcrest.Matchers.empty());
        mei.post("/api/v1/lists", Map.of("name", "SPRING"))
                .then()
                .statusCode(409)
                .body("code", equalTo("LIST_NAME_TAKEN"));
        mei.request()
                .delete("/api/v1/lists/" + list + "/entries/" + account)
                .then()
                .statusCode(200);
        mei.request().delete("/api/v1/lists/" + list).then().statusCode(204);
    }

    @Test
    void aListNarrowsTheSearchAndItsFacets() {
        // Given
        String list = mei.post("/api/v1/lists", Map.of("name", "Autumn"))
                .then()
                .extract()
                .path("id");
        assertThat(names("?list=" + list)).isEmpty();
        for (String name : List.of("小鹿", "anna")) {
            String account = search("?q=" + name).getString("items[0].accountId");
            mei.post("/api/v1/lists/" + list + "/entries", Map.of("accountId", account))
                    .then()
                    .statusCode(201);
        }

        // When
        JsonPath found = search("?sort=followers&list=" + list);

        // Then
        assertThat(found.<String>getList("items.displayName")).containsExactly("Anna Bakes", "种草小鹿");
        assertThat(found.getMap("facets.platform.collectEntries { [it.value, it.count] }"))
                .isEqualTo(Map.of("tiktok", 1, "xiaohongshu", 1));
        assertThat(names("?q=elodie&list=" + list)).isEmpty();
        Api.freshOrganisation().get("/api/v1/kols?list=" + list).then().statusCode(404);
    }

    private void kol(
            String name,
            String country,
            String topic,
            String platform,
            String handle,
            long followers,
            long views,
            long likes) {
        mei.post(
                        "/api/v1/kols",
                        Map.of(
                                "displayName",
                                name,
                                "country",
                                country,
                                "topics",
                                List.of(topic),
                                "accounts",
                                List.of(Map.of(
                                        "platform", platform,
                                        "handle", handle,
                                        "followers", followers,
                                        "avgViews", views,
                                        "avgLikes", likes))))
                .then()
                .statusCode(201);
    }

    private JsonPath search(String query) {
        return mei.get("/api/v1/kols" + query).then().statusCode(200).extract().jsonPath();
    }

    private List<String> names(String query) {
        return search(query).getList("items.displayName");
    }
}
