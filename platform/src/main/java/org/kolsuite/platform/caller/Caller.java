package org.kolsuite.platform.caller;

import java.util.Set;
import java.util.UUID;

/** Who acts. What each one may see is decided by {@code UnitOfWork}, which binds the caller to the transaction. */
public sealed interface Caller {
    /** The stable id for the audit trail and four-eyes checks: the sign-in's subject, or a component's name. */
    String subject();

    /** A name for people. */
    String name();

    /** Someone of an organisation: sees the rows of that organisation, by role. */
    record Member(UUID tenant, String subject, String name, Set<String> roles) implements Caller {
        public boolean is(String role) {
            return roles.contains(role);
        }
    }

    /** A creator: sees, across organisations, what belongs to the KOL records linked to their sign-in. */
    record Kol(String subject, String name) implements Caller {}

    /** An MCN: sees the same for the KOLs on its roster, for work agreed through it. */
    record Agency(UUID agencyId, String subject, String name) implements Caller {}

    /** The service itself, for one tenant: a consumer acting on an event, a timer. */
    record System(UUID tenant, String component) implements Caller {
        @Override
        public String subject() {
            return "system:" + component;
        }

        @Override
        public String name() {
            return component;
        }
    }
}
