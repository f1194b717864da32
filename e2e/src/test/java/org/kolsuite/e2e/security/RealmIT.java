package org.kolsuite.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.CodeFlow;
import org.kolsuite.e2e.suite.Program;
import org.kolsuite.e2e.suite.RealmAdmin;
import org.kolsuite.e2e.suite.RunningSuite;

/** What the realm refuses, whoever asks: the rules of the realm file, tried at the real Keycloak. */
class RealmIT {
    /** The local stack's secret, as the realm file has it. */
    private static final String SECRET = "web-local-secret-change-outside-localhost";

    private static final String PASSWORD = "kol-demo-2026";
    private static final int FIVE_MINUTES = 300;

    @Test
    void asksForASignInWhenEverythingIsRight() {
        HttpResponse<String> answer = CodeFlow.ofTheGateway().begin();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("kc-form-login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "X", "?next=/x", "/../x", "%2fx", "#x"})
    void s8_redirectsToNoAddressWithASuffix(String suffix) {
        String callback = RunningSuite.address() + "/session/callback";
        HttpResponse<String> answer = CodeFlow.ofTheGateway()
                .asking("redirect_uri", callback + suffix)
                .begin();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/session/callback", "http://localhost:1/session/callback", "*"})
    void s8_redirectsNowhereElse(String address) {
        assertThat(CodeFlow.ofTheGateway()
                        .asking("redirect_uri", address)
                        .begin()
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void s8_refusesPlainPkceAndNone() {
        assertThat(location(CodeFlow.ofTheGateway()
                        .asking("code_challenge_method", "plain")
                        .begin()))
                .contains("error=invalid_request")
                .doesNotContain("code=");
        assertThat(location(CodeFlow.ofTheGateway()
                        .without("code_challenge")
                        .without("code_challenge_method")
                        .begin()))
                .contains("error=invalid_request")
                .doesNotContain("code=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "id_token", "id_token token", "code token"})
    void s8_refusesTheImplicitGrant(String responseType) {
        String location = location(CodeFlow.ofTheGateway()
                .asking("response_type", responseType)
                .asking("nonce", "n")
                .begin());
        assertThat(location).contains("error=").doesNotContain("access_token=").doesNotContain("id_token=");
    }

    static List<Arguments> everyClient() {
        return new RealmAdmin()
                .clients().stream()
                        .map(client -> Arguments.of(client.path("clientId").asText(), client))
                        .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyClient")
    void s8_refusesThePasswordGrantOfEveryClient(String id, JsonNode client) {
        // Given: its own secret, so that nothing but the grant is wrong
        Map<String, String> asked = new HashMap<>(
                Map.of("grant_type", "password", "client_id", id, "username", "mei", "password", PASSWORD));
        if (client.has("secret")) {
            asked.put("client_secret", client.path("secret").asText());
        }
        // When
        JsonNode answer = CodeFlow.ofTheGateway().token(asked);
        // Then
        boolean signsIn =
                client.path("enabled").asBoolean() && !client.path("bearerOnly").asBoolean();
        assertThat(answer.has("access_token")).as(answer.toString()).isFalse();
        assertThat(answer.path("error").asText())
                .as(answer.toString())
                .isIn(signsIn ? List.of("unauthorized_client") : List.of("unauthorized_client", "invalid_client"));
    }

    @Test
    void s8_onlyTheAccountPagesOfKeycloakItselfRedirectToMoreThanOneAddress() {
        assertThat(new RealmAdmin().clients())
                .filteredOn(client -> client.path("enabled").asBoolean())
                .filteredOn(client -> client.path("redirectUris").toString().contains("*"))
                .isNotEmpty()
                .allSatisfy(client -> assertThat(client.path("redirectUris"))
                        .extracting(JsonNode::asText)
                        .containsExactly("/realms/kol/account/*"));
    }

    @Test
    void s8_aCreatorsProgramIsSentBackToAnyPortOfItsOwnMachineAndNowhereElse() {
        assertThat(CodeFlow.ofAPartnerProgram().begin().body()).contains("kc-form-login");
        for (String address : List.of(
                "http://127.0.0.1:49152/callback/x",
                "http://127.0.0.1:49152/callbackX",
                "http://127.0.0.1:49152/callback?next=/x",
                "http://127.0.0.1:49152/callback#x",
                "http://127.0.0.1:49152/callback/../x",
                "http://127.0.0.1.evil.example/callback",
                "http://127.0.0.1:49152@evil.example/callback",
                "https://evil.example/callback")) {
            HttpResponse<String> answer =
                    CodeFlow.ofAPartnerProgram().asking("redirect_uri", address).begin();
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).as(address).isEmpty();
        }
    }

    @Test
    void s8_aCreatorsProgramNeedsPkceWithS256AndGetsNoImplicitGrant() {
        assertThat(location(CodeFlow.ofAPartnerProgram()
                        .asking("code_challenge_method", "plain")
                        .begin()))
                .contains("error=invalid_request")
                .doesNotContain("code=");
        assertThat(location(CodeFlow.ofAPartnerProgram()
                        .without("code_challenge")
                        .without("code_challenge_method")
                        .begin()))
                .contains("error=invalid_request")
                .doesNotContain("code=");
        assertThat(location(CodeFlow.ofAPartnerProgram()
                        .asking("response_type", "id_token token")
                        .asking("nonce", "n")
                        .begin()))
                .contains("error=")
                .doesNotContain("access_token=")
                .doesNotContain("id_token=");
    }

    @Test
    void s9_refusesACodeUsedTwiceAndEndsWhatItHadOpened() {
        // Given
        CodeFlow flow = CodeFlow.ofTheGateway();
        String code = flow.codeFor("elena", PASSWORD);
        JsonNode tokens = flow.exchange(code, SECRET);
        assertThat(tokens.has("access_token")).as(tokens.toString()).isTrue();
        // When
        JsonNode again = flow.exchange(code, SECRET);
        // Then
        assertThat(again.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refresh(flow, tokens).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void s9_refusesARefreshTokenUsedTwiceAndEndsTheSession() {
        // Given
        CodeFlow flow = CodeFlow.ofTheGateway();
        JsonNode first = flow.exchange(flow.codeFor("elena", PASSWORD), SECRET);
        JsonNode second = refresh(flow, first);
        assertThat(second.has("access_token")).as(second.toString()).isTrue();
        // When: somebody has kept the first one
        JsonNode stolen = refresh(flow, first);
        // Then: neither it nor what the owner holds is good any more
        assertThat(stolen.path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refresh(flow, second).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void s10_anAccessTokenLivesFiveMinutesAndSaysWhoseItIs() throws IOException {
        CodeFlow flow = CodeFlow.ofTheGateway();
        JsonNode claims = claimsOf(flow.exchange(flow.codeFor("elena", PASSWORD), SECRET));
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(FIVE_MINUTES);
        assertThat(claims.path("aud").asText()).isEqualTo("kol-suite");
        assertThat(claims.path("tenant").asText()).isEqualTo("0190a000-0000-7000-8000-00000000000a");
        assertThat(claims.path("groups")).extracting(JsonNode::asText).containsExactly("executive");
        assertThat(claims.path("scope").asText())
                .as("members carry no partner scope")
                .isEqualTo("openid");
    }

    @Test
    void s10_aRoleThatWasTakenAwayIsGoneWithTheNextToken() {
        // Given
        RealmAdmin administrator = new RealmAdmin();
        CodeFlow flow = CodeFlow.ofTheGateway();
        JsonNode before = flow.exchange(flow.codeFor("elena", PASSWORD), SECRET);
        read(before).expect(200);
        administrator.takeRole("elena", "executive");
        try {
            // When: the token that is out lives its five minutes at most, and then comes the next
            JsonNode after = refresh(flow, before);
            // Then
            assertThat(after.has("access_token")).as(after.toString()).isTrue();
            read(after).expect(403);
        } finally {
            administrator.giveRole("elena", "executive");
        }
    }

    private static Answer read(JsonNode tokens) {
        return new Program(tokens.path("access_token").asText()).get("/api/v1/reports/roi");
    }

    @Test
    void aKolCarriesThePartnerScopesAndNoOrganisation() throws IOException {
        CodeFlow flow = CodeFlow.ofTheGateway();
        JsonNode claims = claimsOf(flow.exchange(flow.codeFor("haoran", PASSWORD), SECRET));
        assertThat(claims.has("tenant")).isFalse();
        assertThat(List.of(claims.path("scope").asText().split(" ")))
                .contains(
                        "briefs:read",
                        "briefs:respond",
                        "content:submit",
                        "metrics:write",
                        "payouts:read",
                        "profile:write");
    }

    private static JsonNode refresh(CodeFlow flow, JsonNode tokens) {
        return flow.token(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                "web",
                "client_secret",
                SECRET,
                "refresh_token",
                tokens.path("refresh_token").asText()));
    }

    private static JsonNode claimsOf(JsonNode tokens) throws IOException {
        String payload = tokens.path("access_token").asText().split("\\.")[1];
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
