package org.kolsuite.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kolsuite.localstack.LocalKeycloak;

/** Who can sign in to the demo, as the realm file has it. */
public record SignIns(List<Person> people) {
    /** A person of the demo. The organisation is empty for KOLs, who belong to none. */
    public record Person(String username, String password, List<String> roles, String organisation) {}

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");

    public static SignIns ofTheRealm() {
        try {
            List<Person> people = new ArrayList<>();
            for (JsonNode user :
                    new ObjectMapper().readTree(LocalKeycloak.suiteRealm()).path("users")) {
                if (!user.path("credentials").isEmpty()) {
                    people.add(person(user));
                }
            }
            return new SignIns(List.copyOf(people));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the realm file is not JSON", e);
        }
    }

    private static Person person(JsonNode user) {
        List<String> roles = new ArrayList<>();
        user.path("realmRoles").forEach(role -> roles.add(role.asText()));
        return new Person(
                user.path("username").asText(),
                resolved(user.path("credentials").path(0).path("value").asText()),
                List.copyOf(roles),
                user.path("attributes").path("tenantName").path(0).asText());
    }

    /** Keycloak fills {@code ${VARIABLE:default}} from its environment; the local stack leaves the default. */
    private static String resolved(String value) {
        Matcher placeholder = PLACEHOLDER.matcher(value);
        return placeholder.matches() ? placeholder.group(1) : value;
    }
}
