package org.kolsuite.e2e.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Caller;
import org.kolsuite.e2e.suite.Nobody;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * One operation of one service, as its OpenAPI describes it.
 *
 * @param service the module
 * @param path with its parameters in braces
 * @param roles that may use it; empty where another rule than a role decides
 * @param example of its body, where that is JSON
 * @param isPaged whether its caller says how many rows a page has
 */
record Operation(
        String service, String method, String path, Set<String> roles, Body body, String example, boolean isPaged) {

    private enum Body {
        NONE,
        JSON,
        FORM
    }

    /** Every operation of every service. */
    static List<Operation> all() {
        return Stream.of(ServiceSpec.values())
                .filter(service -> service != ServiceSpec.GATEWAY)
                .flatMap(service -> of(service).stream())
                .toList();
    }

    private static List<Operation> of(ServiceSpec service) {
        Answer document = new Nobody()
                .get(RunningSuite.address(service) + "/q/openapi?format=json")
                .expect(200);
        String ownName = service.name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<Operation> operations = new ArrayList<>();
        document.at("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (Set.of("get", "post", "put", "patch", "delete").contains(operation.getKey())) {
                        operations.add(new Operation(
                                service.module(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey().replace("{service}", ownName),
                                rolesOf(operation.getValue()),
                                bodyOf(contentOf(operation.getValue())),
                                ExampleBody.of(
                                        document.body(),
                                        contentOf(operation.getValue())
                                                .path("application/json")
                                                .path("schema")),
                                isPaged(operation.getValue())));
                    }
                }));
        return operations;
    }

    private static Set<String> rolesOf(JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        operation
                .path("security")
                .forEach(
                        requirement -> requirement.forEach(scheme -> scheme.forEach(role -> roles.add(role.asText()))));
        return roles;
    }

    private static boolean isPaged(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .anyMatch(parameter -> parameter.path("name").asText().equals("limit"));
    }

    private static JsonNode contentOf(JsonNode operation) {
        return operation.path("requestBody").path("content");
    }

    private static Body bodyOf(JsonNode content) {
        return content.has("multipart/form-data") ? Body.FORM : content.isEmpty() ? Body.NONE : Body.JSON;
    }

    boolean isForPartners() {
        return path.startsWith("/partner/");
    }

    boolean hasParameters() {
        return path.contains("{");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Calls with one id for every parameter, a body as it may be, and every header that a rule might ask for first. */
    Answer calledBy(Caller caller, String id) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!method.equals("GET")) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            headers.put("If-Match", "\"1\"");
        }
        if (body == Body.FORM) {
            headers.put("Content-Type", "multipart/form-data; boundary=end");
        }
        String sent = switch (body) {
            case NONE -> "";
            case JSON -> example;
            case FORM -> "--end--\r\n";
        };
        return caller.send(method, addressOf(id), sent, headers);
    }

    /** The path with one id for every parameter, but for those whose few values everybody knows. */
    String addressOf(String id) {
        return path.replace("{milestone}", "WHOLE").replaceAll("\\{[^}]+}", id);
    }

    @Override
    public String toString() {
        return service + ": " + method + " " + path;
    }
}
