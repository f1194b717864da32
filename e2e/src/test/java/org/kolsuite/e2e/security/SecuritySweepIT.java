package org.kolsuite.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Caller;
import org.kolsuite.e2e.suite.Nobody;
import org.kolsuite.e2e.suite.Person;

/** 401 without a token, 403 for a missing role, 404 for another organisation: for every operation there is. */
class SecuritySweepIT {
    private static final List<Operation> OPERATIONS = Operation.all();
    private static final Map<String, String> PERSON_BY_ROLE =
            Map.of("brand-manager", "mei", "finance", "fang", "executive", "elena", "admin", "ada", "kol", "xiaolin");

    /** The longest page of any list. */
    private static final int MOST_ROWS = 200;

    private static final List<String> PUBLIC = publicOperations();

    private static List<String> publicOperations() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/public-operations.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Operation> protectedOnes() {
        return OPERATIONS.stream()
                .filter(operation -> !PUBLIC.contains(operation.toString()))
                .toList();
    }

    @Test
    void everyServiceDescribesItsOperations() {
        assertThat(OPERATIONS.stream().map(Operation::service).distinct()).hasSize(4);
        assertThat(OPERATIONS).hasSizeGreaterThan(60);
    }

    @Test
    void theListOfPublicOperationsNamesOperationsThatExist() {
        assertThat(OPERATIONS.stream().map(Operation::toString)).containsAll(PUBLIC);
    }

    @Test
    void withoutASignOfWhoCallsTheAnswerIs401ButForThePublicOperations() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : protectedOnes()) {
            Answer answer = operation.calledBy(new Nobody(), UUID.randomUUID().toString());
            all.assertThat(answer.status()).as("%s as nobody", operation).isEqualTo(401);
            all.assertThat(answer.header("WWW-Authenticate"))
                    .as("%s says how to sign in", operation)
                    .isPresent();
        }
        all.assertAll();
    }

    @Test
    void everyOperationForMembersNamesItsRoles() {
        assertThat(protectedOnes())
                .filteredOn(operation -> !operation.isForPartners())
                .allSatisfy(operation ->
                        assertThat(operation.roles()).as(operation.toString()).isNotEmpty());
    }

    @Test
    void withoutTheRoleTheAnswerIs403() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : protectedOnes()) {
            PERSON_BY_ROLE.forEach((role, name) -> {
                if (!operation.isForPartners() && !operation.roles().contains(role)) {
                    Answer answer = operation.calledBy(
                            Person.named(name), UUID.randomUUID().toString());
                    all.assertThat(answer.status())
                            .as("%s as %s", operation, role)
                            .isEqualTo(403);
                }
            });
        }
        all.assertAll();
    }

    @Test
    void partnersOperationsAreClosedToMembers() {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : protectedOnes()) {
            if (operation.isForPartners()) {
                Answer answer = operation.calledBy(
                        Person.named("mei"), UUID.randomUUID().toString());
                all.assertThat(answer.status()).as("%s as a member", operation).isEqualTo(403);
            }
        }
        all.assertAll();
    }

    @Test
    void s1_whatBelongsToAnotherOrganisationAnswersLikeWhatIsUnknown() {
        SoftAssertions all = new SoftAssertions();
        int proven = 0;
        for (Operation operation : protectedOnes()) {
            if (operation.isForPartners() || !operation.hasParameters()) {
                continue;
            }
            Caller bruno = Person.named("bruno");
            for (String foreign : idsOfTheOtherOrganisation(operation)) {
                String unknown = UUID.randomUUID().toString();
                Answer theirs = operation.calledBy(bruno, foreign);
                Answer nobodys = operation.calledBy(bruno, unknown);
                all.assertThat(theirs.status())
                        .as("%s with another's id", operation)
                        .isEqualTo(nobodys.status())
                        .isNotEqualTo(200);
                all.assertThat(theirs.text().replace(foreign, "ID"))
                        .as("%s with another's id", operation)
                        .isEqualTo(nobodys.text().replace(unknown, "ID"));
                proven++;
            }
        }
        all.assertAll();
        assertThat(proven)
                .as("operations tried with an id that exists elsewhere")
                .isGreaterThan(20);
    }

    @Test
    void s16_aPageOfABillionRowsIsCappedOrRefused() {
        SoftAssertions all = new SoftAssertions();
        int asked = 0;
        for (Operation operation : protectedOnes()) {
            if (!operation.isPaged() || operation.hasParameters()) {
                continue;
            }
            for (String role : operation.roles()) {
                String name = PERSON_BY_ROLE.get(role);
                if (name == null) {
                    continue;
                }
                Answer answer = Person.named(name).get(operation.path() + "?limit=1000000000");
                all.assertThat(answer.status()).as("%s as %s", operation, role).isIn(200, 400, 422);
                all.assertThat(answer.items()).as("%s as %s", operation, role).hasSizeLessThanOrEqualTo(MOST_ROWS);
                asked++;
            }
        }
        all.assertAll();
        assertThat(asked).as("lists asked for a billion rows").isGreaterThan(20);
    }

    /** Ids that the list above the operation's first parameter shows to the members of the first organisation. */
    private static List<String> idsOfTheOtherOrganisation(Operation operation) {
        String list = operation.path().substring(0, operation.path().indexOf("/{"));
        return PERSON_BY_ROLE.values().stream()
                .map(name -> Person.named(name).get(list + "?limit=2"))
                .filter(answer -> answer.status() == 200)
                .flatMap(Answer::items)
                .map(item -> item.path("id").asText())
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(2)
                .toList();
    }
}
