package org.kolsuite.e2e.wild;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.kolsuite.e2e.suite.Caller;
import org.kolsuite.e2e.suite.Nobody;
import org.kolsuite.e2e.suite.Person;
import org.kolsuite.e2e.suite.Program;

/**
 * Somebody of a role who calls, and whose data may be shown to them.
 *
 * @param owner who shares what is known: an organisation, the partners, nobody
 * @param roles as the token has them
 */
record Side(String name, String owner, Set<String> roles, Supplier<Caller> signIn) {
    /** An access token lives five minutes. */
    private static final long RENEWED_AFTER_NANOS = Duration.ofMinutes(3).toNanos();

    private static final ConcurrentHashMap<String, SignedIn> SIGNED_IN = new ConcurrentHashMap<>();

    private record SignedIn(Caller caller, long since) {}

    static final String NOBODY = "nobody";
    static final String PARTNERS = "partners";

    /** Every role there is, two organisations, and nobody. */
    static List<Side> all() {
        return List.of(
                person("mei", "lumen", "brand-manager"),
                person("fang", "lumen", "finance"),
                person("wei", "lumen", "finance"),
                person("elena", "lumen", "executive"),
                person("ada", "lumen", "admin"),
                person("bruno", "northwind", "brand-manager", "finance"),
                person("xiaolin", PARTNERS, "kol"),
                new Side("starlight", PARTNERS, Set.of("agency"), Program::starlight),
                new Side(NOBODY, NOBODY, Set.of(), Nobody::new));
    }

    private static Side person(String name, String owner, String... roles) {
        return new Side(name, owner, new TreeSet<>(List.of(roles)), () -> Person.signIn(name));
    }

    /** Signed in, again where the last time is long ago. */
    Caller caller() {
        return SIGNED_IN
                .compute(
                        name,
                        (any, last) -> last != null && System.nanoTime() - last.since() < RENEWED_AFTER_NANOS
                                ? last
                                : new SignedIn(signIn.get(), System.nanoTime()))
                .caller();
    }

    boolean isNobody() {
        return owner.equals(NOBODY);
    }

    boolean isPartner() {
        return owner.equals(PARTNERS);
    }

    /** Whether the description lets this one in; partners have no roles in every description, but addresses of their own. */
    boolean mayCall(ApiOperation operation) {
        if (operation.isPublic()) {
            return true;
        }
        if (operation.isForPartners()) {
            return isPartner();
        }
        return operation.roles().stream().anyMatch(roles::contains);
    }
}
