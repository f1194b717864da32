package org.kolsuite.gateway.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outcome of asking who makes a call. */
public sealed interface SignIn {
    /** No session and no token. */
    record Nobody() implements SignIn {}

    /** A session or token that is expired, forged or meant for somebody else. */
    record Refused() implements SignIn {}

    /** Nobody can say now: Keycloak, which would have to be asked, doesn't answer. */
    record Undecided() implements SignIn {}

    /**
     * A person or a program.
     *
     * @param subject stable id of the person or the program
     * @param name for display
     * @param roles of the suite
     * @param tenant organisation id, for members only
     * @param tenantName the organisation's name, for members only
     * @param agency agency id, for agencies only
     * @param locale preferred language, when known
     * @param accessToken what services see
     */
    record Known(
            String subject,
            String name,
            Set<String> roles,
            @Nullable String tenant,
            @Nullable String tenantName,
            @Nullable String agency,
            @Nullable String locale,
            String accessToken)
            implements SignIn {

        /** Without the token: this may end up in a log. */
        @Override
        public String toString() {
            return "Known[subject=" + subject + ", roles=" + roles + ", tenant=" + tenant + "]";
        }
    }
}
