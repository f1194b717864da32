package org.kolsuite.e2e.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Caller;
import org.kolsuite.e2e.suite.Nobody;
import org.kolsuite.e2e.suite.RunningSuite;
import org.kolsuite.launcher.ServiceSpec;

/**
 * One operation of one service, as its OpenAPI describes it.
 *
 * @param path with its parameters in braces
 * @param roles that may use it; empty when the operation is public
 */
record Operation(String service, String method, String path, Set<String> roles, boolean hasBody) {

    /** Every operation of every service. */
    static List<Operation> all() {
        return Stream.of(ServiceSpec.values())
                .filter(service -> service != ServiceSpec.GATEWAY)
                .flatMap(service -> of(service).stream())
                .toList();
    }

    private static List<Operation> of(ServiceSpec service) {
        String address = RunningSuite.address(service) + "/q/openapi?format=json";
        Answer document = new Nobody().get(address).expect(200);
        List<Operation> operations = new ArrayList<>();
        document.at("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (Set.of("get", "post", "put", "patch", "delete").contains(operation.getKey())) {
                        operations.add(new Operation(
                                service.module(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                rolesOf(operation.getValue()),
                                operation.getValue().has("requestBody")));
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

    boolean isPublic() {
        return roles.isEmpty();
    }

    boolean isForPartners() {
        return path.startsWith("/partner/");
    }

    boolean hasParameters() {
        return path.contains("{");
    }

    /** The path with each parameter replaced. */
    String filledWith(String value) {
        return path.replaceAll("\\{[^}]+}", value);
    }

    /** Calls with ids that nobody has, a body that says nothing, and every header that a rule might ask for first. */
    Answer calledBy(Caller caller, String id) {
        return caller.send(
                method,
                filledWith(id),
                hasBody ? "{}" : "",
                method.equals("GET")
                        ? Map.of()
                        : Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"1\""));
    }

    @Override
    public String toString() {
        return service + ": " + method + " " + path;
    }
}
