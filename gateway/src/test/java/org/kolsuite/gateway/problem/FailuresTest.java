package org.kolsuite.gateway.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.junit.jupiter.api.Test;
import org.kolsuite.gateway.surroundings.Surroundings;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class FailuresTest {
    /** Addresses that fail as no address of ours should. */
    @ApplicationScoped
    static class Faults {
        void register(@Observes Router router) {
            router.get("/fault").order(1).handler(call -> {
                throw new IllegalStateException("select * from secrets");
            });
            router.get("/unreadable").order(1).handler(call -> {
                throw new HttpException(400, "something internal");
            });
        }
    }

    @Test
    void s19_aFaultOfOursTellsNothingOfItsInsides() {
        given().get("/fault")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("INTERNAL_ERROR"))
                .body(not(containsString("secrets")))
                .body(not(containsString("Exception")));
    }

    @Test
    void s19_whatCannotBeReadIsAProblemToo() {
        given().get("/unreadable")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("BAD_REQUEST"))
                .body(not(containsString("internal")));
    }
}
