package org.kolsuite.e2e.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.kolsuite.e2e.suite.Answer;
import org.kolsuite.e2e.suite.Caller;
import org.kolsuite.e2e.suite.Nobody;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.Program;

/** 401 without a token, 403 for a missing role, 404 for another organisation: for every operation there is. */
class SecuritySweepIT {
    private static final List<Operation> OPERATIONS = Operation.all();
    private static final Map<String, String> PERSON_BY_ROLE =
            Map.of("brand-manager", "mei", "finance", "fang", "executive", "elena", "admin", "ada", "kol", "xiaolin");

    /** The roles of Bruno, who belongs to the other organisation. */
    private static final Set<String> BRUNO = Set.of("brand-manager", "finance");

    /** The account that an offer names is looked for first, and an example can't know one. */
    private static final Set<String> REFUSED_BEFORE =
            Set.of("campaign-service: POST /api/v1/campaigns/{id}/offers answers 422 ACCOUNT_UNKNOWN");

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
        Set<String> reads = new TreeSet<>();
        Set<String> commands = new TreeSet<>();
        Set<String> notReached = new TreeSet<>();
        for (Operation operation : protectedOnes()) {
            if (operation.isForPartners()
                    || !operation.hasParameters()
                    || operation.roles().stream().noneMatch(BRUNO::contains)) {
                continue;
            }
            for (String foreign : idsOfTheOtherOrganisation(operation)) {
                Answer theirs = answersAlike(all, operation, Person.named("bruno"), foreign);
                if (operation.isRead()) {
                    all.assertThat(theirs.status())
                            .as("%s with another's id", operation)
                            .isEqualTo(404);
                    reads.add(operation.toString());
                } else if (theirs.status() == 404) {
                    commands.add(operation.toString());
                } else {
                    notReached.add(operation + " answers " + theirs.status() + " " + theirs.text("code"));
                }
            }
        }
        all.assertAll();
        assertThat(reads).as("reads tried with an id that exists elsewhere").hasSizeGreaterThan(12);
        assertThat(commands).as("commands that looked for another's id in vain").hasSizeGreaterThan(30);
        assertThat(notReached)
                .as("commands that were refused before they looked; their example is wrong")
                .isSubsetOf(REFUSED_BEFORE);
    }

    @Test
    void s1_s3_whatBelongsToAnotherPartnerAnswersLikeWhatIsUnknown() {
        SoftAssertions all = new SoftAssertions();
        Set<String> proven = new TreeSet<>();
        for (Operation operation : protectedOnes()) {
            if (!operation.isForPartners() || !operation.hasParameters()) {
                continue;
            }
            for (Caller owner : partners().values()) {
                List<String> owned = idsListedFor(owner, operation);
                partners().forEach((name, other) -> {
                    List<String> own = idsListedFor(other, operation);
                    owned.stream().filter(id -> !own.contains(id)).forEach(foreign -> {
                        Answer theirs = answersAlike(all, operation, other, foreign);
                        all.assertThat(theirs.status())
                                .as("%s as %s with another's id: %s", operation, name, theirs.text())
                                .isEqualTo(404);
                        proven.add(operation + " as " + name);
                    });
                });
            }
        }
        all.assertAll();
        assertThat(proven)
                .as("partners' operations tried with an id of another partner")
                .isNotEmpty()
                .containsAll(protectedOnes().stream()
                        .filter(operation -> operation.isForPartners() && operation.hasParameters())
                        .flatMap(operation -> Stream.of(operation + " as haoran", operation + " as starlight"))
                        .toList());
    }

    @Test
    void s16_aPageOfABillionRowsIsCappedOrRefused() {
        SoftAssertions all = new SoftAssertions();
        Set<String> asked = new TreeSet<>();
        for (Operation operation : protectedOnes()) {
            if (!operation.isPaged()) {
                continue;
            }
            List<String> addresses = operation.hasParameters()
                    ? idsOfTheOtherOrganisation(operation).stream()
                            .map(operation::addressOf)
                            .toList()
                    : List.of(operation.path());
            for (Map.Entry<String, Caller> caller : callersOf(operation).entrySet()) {
                for (String address : addresses) {
                    Answer answer = caller.getValue().get(address + "?limit=1000000000");
                    String asWhom = operation + " as " + caller.getKey();
                    all.assertThat(answer.status()).as(asWhom).isIn(200, 400, 422);
                    all.assertThat(answer.items()).as(asWhom).hasSizeLessThanOrEqualTo(MOST_ROWS);
                    asked.add(asWhom);
                }
            }
        }
        all.assertAll();
        assertThat(asked)
                .as("lists asked for a billion rows")
                .hasSizeGreaterThan(20)
                .anyMatch(one -> one.contains("{"))
                .anyMatch(one -> one.contains("/partner/"));
    }

    /** One operation with an id that exists elsewhere and with one that nobody has: the same answer, but for the id. */
    private static Answer answersAlike(SoftAssertions all, Operation operation, Caller caller, String foreign) {
        String unknown = UUID.randomUUID().toString();
        Answer theirs = operation.calledBy(caller, foreign);
        Answer nobodys = operation.calledBy(caller, unknown);
        all.assertThat(theirs.status()).as("%s with another's id", operation).isEqualTo(nobodys.status());
        all.assertThat(theirs.text().replace(foreign, "ID"))
                .as("%s with another's id", operation)
                .isEqualTo(nobodys.text().replace(unknown, "ID"));
        return theirs;
    }

    private static Map<String, Caller> partners() {
        return Map.of(
                "xiaolin", Person.named("xiaolin"), "haoran", Person.named("haoran"), "starlight", Program.starlight());
    }

    /** Somebody for each role that may use the operation, by name. */
    private static Map<String, Caller> callersOf(Operation operation) {
        if (operation.isForPartners()) {
            return partners();
        }
        Map<String, Caller> callers = new TreeMap<>();
        operation.roles().stream()
                .map(PERSON_BY_ROLE::get)
                .filter(Objects::nonNull)
                .forEach(name -> callers.put(name, Person.named(name)));
        return callers;
    }

    /** Ids that the list above the operation's first parameter shows to the members of the first organisation. */
    private static List<String> idsOfTheOtherOrganisation(Operation operation) {
        return PERSON_BY_ROLE.values().stream()
                .flatMap(name -> idsListedFor(Person.named(name), operation).stream())
                .distinct()
                .limit(2)
                .toList();
    }

    private static List<String> idsListedFor(Caller caller, Operation operation) {
        String above = operation.path().substring(0, operation.path().indexOf("/{"));
        // A report has no list of its own to name what it is about.
        String list = above.replace("/reports/campaigns", "/campaigns");
        Answer answer = caller.get(list + "?limit=2");
        return answer.status() == 200
                ? answer.items()
                        .map(item -> item.path("id").asText())
                        .filter(id -> !id.isEmpty())
                        .toList()
                : List.of();
    }
}
