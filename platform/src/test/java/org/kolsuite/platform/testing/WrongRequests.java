package org.kolsuite.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;

/**
 * Asks every address of the service under test, as its OpenAPI lists them, for what it doesn't do: another verb, a media type
 * it doesn't read, one that it doesn't write (CASES S18), a word where a number belongs (S16).
 */
public final class WrongRequests {
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String ID = UUID.randomUUID().toString();

    private final List<Operation> operations;

    private WrongRequests(List<Operation> operations) {
        this.operations = operations;
    }

    /** The operations of the service under test. */
    public static WrongRequests ofThisService() {
        List<Operation> operations = new ArrayList<>();
        openApi()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> VERBS.contains(entry.getKey().toUpperCase(Locale.ROOT)))
                        .forEach(entry -> operations.add(new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                names(entry.getValue().path("requestBody").path("content")),
                                written(entry.getValue().path("responses")),
                                numbers(entry.getValue().path("parameters"))))));
        assertThat(operations).as("operations of the service").isNotEmpty();
        return new WrongRequests(operations);
    }

    /** Every verb that an address doesn't know is a 405 that names those it does. */
    public void everyWrongVerbIsRefusedWithThoseAllowed() {
        SoftAssertions all = new SoftAssertions();
        for (String address :
                new TreeSet<>(operations.stream().map(Operation::address).toList())) {
            Set<String> allowed = allowedAt(address);
            for (String verb : VERBS) {
                if (!allowed.contains(verb)) {
                    Response answer = withToken(address).request(verb, address);
                    String where = verb + " " + address;
                    all.assertThat(answer.statusCode()).as(where).isEqualTo(405);
                    all.assertThat(answer.contentType()).as(where).startsWith("application/problem+json");
                    all.assertThat(allowHeader(answer)).as("Allow of " + where).isEqualTo(allowed);
                }
            }
        }
        all.assertAll();
    }

    /** What no operation reads is a 415. */
    public void everyUnreadMediaTypeIsRefused() {
        SoftAssertions all = new SoftAssertions();
        operations.stream().filter(operation -> !operation.reads().isEmpty()).forEach(operation -> {
            Response answer = withToken(operation.address())
                    .contentType("application/x-nonsense")
                    .body(new byte[] {1})
                    .request(operation.verb(), operation.address());
            all.assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(415);
            all.assertThat(answer.contentType()).as(operation.toString()).startsWith("application/problem+json");
        });
        all.assertAll();
    }

    /** What no operation writes is a 406. */
    public void everyUnwrittenMediaTypeIsRefused() {
        SoftAssertions all = new SoftAssertions();
        operations.stream().filter(operation -> !operation.writes().isEmpty()).forEach(operation -> {
            RequestSpecification request = withToken(operation.address()).accept("application/x-nonsense");
            if (!operation.reads().isEmpty()) {
                request.contentType(operation.reads().iterator().next()).body(new byte[] {1});
            }
            Response answer = request.request(operation.verb(), operation.address());
            all.assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(406);
            all.assertThat(answer.contentType()).as(operation.toString()).startsWith("application/problem+json");
        });
        all.assertAll();
    }

    /** What should be a number and is none is a 400, not a thing that does not exist. */
    public void everyWordInPlaceOfANumberIsRefused() {
        SoftAssertions all = new SoftAssertions();
        operations.stream()
                .filter(operation -> operation.verb().equals("GET"))
                .forEach(operation -> operation.numbers().forEach(number -> {
                    Response answer = withToken(operation.address())
                            .queryParam(number, "many")
                            .get(operation.address());
                    all.assertThat(answer.statusCode())
                            .as(number + " of " + operation)
                            .isEqualTo(400);
                    all.assertThat(answer.contentType())
                            .as(number + " of " + operation)
                            .startsWith("application/problem+json");
                }));
        all.assertAll();
    }

    private Set<String> allowedAt(String address) {
        Set<String> allowed = new TreeSet<>();
        operations.stream()
                .filter(operation -> operation.isAt(address))
                .forEach(operation -> allowed.add(operation.verb()));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    private static Set<String> allowHeader(Response answer) {
        String header = answer.header("Allow");
        return header == null ? Set.of() : new TreeSet<>(List.of(header.split(", ")));
    }

    private static RequestSpecification withToken(String address) {
        String token = address.startsWith("/partner/")
                ? Tokens.kol("xiaolin")
                : Tokens.member("ada", "admin", "brand-manager", "finance", "executive");
        return given().auth().oauth2(token).redirects().follow(false);
    }

    private static JsonNode openApi() {
        try {
            return new ObjectMapper()
                    .readTree(given().get("/q/openapi?format=json").asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> numbers(JsonNode parameters) {
        Set<String> names = new TreeSet<>();
        parameters.forEach(parameter -> {
            boolean integer = parameter.path("schema").path("type").toString().contains("integer");
            if (integer && parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    private static Set<String> written(JsonNode responses) {
        Set<String> types = new TreeSet<>();
        responses.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> types.addAll(names(response.getValue().path("content"))));
        return types;
    }

    /**
     * @param template the path with its parameters in braces
     * @param reads media types of its body
     * @param writes media types of its answers
     * @param numbers parameters of the query that are whole numbers
     */
    private record Operation(String verb, String template, Set<String> reads, Set<String> writes, Set<String> numbers) {
        String address() {
            return template.replaceAll("\\{[^}]+}", ID);
        }

        boolean isAt(String address) {
            return address.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
        }

        @Override
        public String toString() {
            return verb + " " + template;
        }
    }
}
