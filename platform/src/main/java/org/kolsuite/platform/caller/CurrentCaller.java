package org.kolsuite.platform.caller;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The caller of the present request, read from the verified access token. A token is one kind of caller only: the claim
 * {@code tenant} makes a member, {@code agency} an agency, the role {@code kol} alone a KOL.
 */
@RequestScoped
public class CurrentCaller {
    @Inject
    SecurityIdentity identity;

    /** @throws ForbiddenException when the token names no organisation, agency or KOL */
    public Caller get() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new UnauthorizedException();
        }
        String subject = token.getSubject();
        String name = token.<String>claim("name")
                .or(() -> token.claim("preferred_username"))
                .orElse(subject);
        Optional<UUID> tenant = uuid(token, "tenant");
        if (tenant.isPresent()) {
            return new Caller.Member(tenant.get(), subject, name, identity.getRoles());
        }
        Optional<UUID> agency = uuid(token, "agency");
        if (agency.isPresent() && identity.hasRole(Roles.AGENCY)) {
            return new Caller.Agency(agency.get(), subject, name);
        }
        if (identity.hasRole(Roles.KOL)) {
            return new Caller.Kol(subject, name);
        }
        throw new ForbiddenException();
    }

    /** The caller as someone of an organisation; everybody else is forbidden. */
    public Caller.Member member() {
        if (get() instanceof Caller.Member member) {
            return member;
        }
        throw new ForbiddenException();
    }

    /** The caller as a KOL or an agency; members of an organisation are forbidden. */
    public Caller partner() {
        Caller caller = get();
        if (caller instanceof Caller.Kol || caller instanceof Caller.Agency) {
            return caller;
        }
        throw new ForbiddenException();
    }

    /** When the caller's token ends; an answer that lasts has to end with it, because only a new token tells of roles that are gone. */
    public Instant signedInUntil() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Instant.ofEpochSecond(token.getExpirationTime());
        }
        throw new UnauthorizedException();
    }

    private static Optional<UUID> uuid(JsonWebToken token, String claim) {
        return token.<Object>claim(claim).map(Object::toString).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException malformed) {
                throw new ForbiddenException();
            }
        });
    }
}
