package org.kolsuite.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Caller;
import org.kolsuite.e2e.suite.Nobody;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.Program;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.launcher.SignIns;

/** Who gets in, and how: the real Keycloak, the real gateway. */
class SignInIT {

    private static final String STARLIGHT = "starlight-demo-secret";

    static List<String> everybody() {
        return SignIns.ofTheRealm().people().stream()
                .map(SignIns.Person::username)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everybodyOfTheDemoSignsInByTheCodeFlow(String name) {
        SignIns.Person known = SignIns.ofTheRealm().people().stream()
                .filter(person -> person.username().equals(name))
                .findFirst()
                .orElseThrow();

        Answer session = Person.named(name).get("/session").expect(200);

        assertThat(session.at("roles")).extracting(role -> role.asText()).containsAll(known.roles());
        assertThat(session.text("tenantName").replace("null", "")).isEqualTo(known.organisation());
    }

    @Test
    void aProgramGetsItsTokenByClientCredentialsAndOnlyThePartnerApi() {
        Program starlight = Program.starlight();

        starlight.get("/partner/v1/briefs").expect(200);
        starlight.get("/api/v1/campaigns").expect(403);
    }

    @Test
    void aProgramWithoutTheScopeIsRefused() {
        Program reader = Program.byClientCredentials("mcn-starlight", STARLIGHT, "briefs:read");

        reader.get("/partner/v1/briefs").expect(200);
        reader.get("/partner/v1/payouts").expect(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-a-token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZWkifQ."})
    void s6_aTokenThatDoesNotHoldIs401AndSaysHowToSignIn(String token) {
        Answer answer = new Program(token).get("/partner/v1/briefs").expect(401);

        assertThat(answer.header("WWW-Authenticate")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Tenant", "X-User", "X-Forwarded-User", "X-Forwarded-Host"})
    void s5_whatACallerClaimsAboutItselfIsIgnored(String header) {
        new Nobody()
                .send("GET", "/api/v1/campaigns", "", Map.of(header, "0190a000-0000-7000-8000-00000000000a"))
                .expect(401);
    }

    @Test
    void s21_aPostFromAnotherSiteIsRefusedThoughTheSessionIsThere() {
        Answer answer = Person.named("mei")
                .send(
                        "POST",
                        "/api/v1/brands",
                        "{\"name\":\"Evil\"}",
                        Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"));

        answer.expect(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/campaigns;x",
                "/api/v1/campaigns%3Bx",
                "/api;x/v1/campaigns",
                "/api/v1/%2e%2e/campaigns",
                "/api/v1//campaigns",
                "/api/v1/campaigns%2f"
            })
    void s20_aPathThatCanBeReadInTwoWaysNeverGetsPastTheGateway(String path) {
        new Nobody().get(path).expect(400);
    }

    @ParameterizedTest
    @EnumSource(value = ServiceSpec.class, names = "GATEWAY", mode = EnumSource.Mode.EXCLUDE)
    void s20_theBypassOfPathPoliciesIsClosedInEveryServiceItself(ServiceSpec service) {
        for (String path : List.of(
                "/api/v1/campaigns;x",
                "/api/v1/campaigns%3Bx",
                "/api/v1/kols;x",
                "/api/v1/fees;x",
                "/api/v1/reports/roi;x",
                "/api/v1/campaigns%2f",
                "/api/v1%2fcampaigns",
                "/api/v1/kols%2F",
                "/api/v1/fees%2f",
                "//api/v1/campaigns",
                "/api//v1/kols",
                "/api/v1//fees",
                "/api/v1/reports//roi",
                "/api/v1/x/../campaigns",
                "/api/v1/x/%2e%2e/kols",
                "/api/v1/./fees",
                "/partner/v1/../../api/v1/reports/roi",
                "/partner/v1/briefs;x",
                "/partner/v1/payouts%2f",
                "//partner/v1/metrics",
                "/partner/v1//profile")) {
            // Neither without a token, nor with that of a program, whose way the members' API is not
            List<Caller> callers = path.contains("/api")
                    ? List.of(new Nobody(), Program.byClientCredentials("mcn-starlight", STARLIGHT, "metrics:write"))
                    : List.of(new Nobody());
            for (Caller caller : callers) {
                Answer answer = caller.get(RunningSuite.address(service) + path);

                assertThat(answer.status()).as("%s %s", service, path).isBetween(400, 405);
                assertThat(answer.text()).as("%s %s", service, path).doesNotContain("items");
            }
        }
    }
}
