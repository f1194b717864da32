package org.kolsuite.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/** Access tokens as Keycloak would sign them, with a key that lives as long as the test run. */
public final class Tokens {
    public static final String ISSUER = "https://tokens.test/realms/kol";
    /** Two organisations, to show that one never sees the other. */
    public static final UUID LUMEN = UUID.fromString("0190a000-0000-7000-8000-00000000000a");

    public static final UUID NORTHWIND = UUID.fromString("0190a000-0000-7000-8000-00000000000b");

    private static final String PUBLIC = "kol.test.public-key";
    private static final String PRIVATE = "kol.test.private-key";
    private static final String EVERY_SCOPE =
            "openid briefs:read briefs:respond content:submit metrics:write payouts:read profile:write";

    private Tokens() {}

    /** Someone of {@link #LUMEN}. */
    public static String member(String user, String... roles) {
        return memberOf(LUMEN, user, roles);
    }

    public static String memberOf(UUID tenant, String user, String... roles) {
        return sign(claims(user, Set.of(roles)).claim("tenant", tenant.toString()));
    }

    /** A KOL with every partner scope, as in the portal. */
    public static String kol(String user) {
        return kol(user, EVERY_SCOPE);
    }

    public static String kol(String user, String scopes) {
        return sign(claims(user, Set.of("kol")).claim("scope", scopes));
    }

    public static String agency(UUID agencyId, String client) {
        return sign(claims(client, Set.of("agency"))
                .claim("agency", agencyId.toString())
                .claim("scope", EVERY_SCOPE));
    }

    /** The claims of a valid token, for tests that spoil one of them. */
    public static JwtClaimsBuilder claims(String user, Set<String> roles) {
        return Jwt.issuer(ISSUER)
                .subject(subjectOf(user))
                .audience("kol-suite")
                .preferredUserName(user)
                .claim("name", user)
                .claim("typ", "Bearer")
                .groups(roles)
                .expiresIn(3600);
    }

    /** The subject that a user's tokens carry: stable, and unlike the name. */
    public static String subjectOf(String user) {
        return UUID.nameUUIDFromBytes(user.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("test").sign(privateKey());
    }

    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC) == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                // Properties, because the test and the resource may live in two class loaders.
                System.setProperty(
                        PUBLIC,
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
                System.setProperty(
                        PRIVATE,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return System.getProperty(PUBLIC);
    }

    private static PrivateKey privateKey() {
        publicKey();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
