package org.kolsuite.campaign;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.TestKafka;
import org.kolsuite.platform.testing.Tokens;

/** The registry as campaign hears it: KOLs that it told of. */
public final class Registry {
    private Registry() {}

    /** A KOL of Lumen with one account on Xiaohongshu, known to campaign. */
    public static KolState aKol() {
        return aKol(Tokens.LUMEN, null, null);
    }

    /** A KOL of Lumen whose account the registry gave that score; null for one that it never audited. */
    public static KolState aKolAudited(@Nullable Integer score) {
        return told(Tokens.LUMEN, audited(kol("xiaohongshu", null, null), 1, score));
    }

    /** The same KOL as the registry tells of it later. */
    public static KolState audited(KolState kol, long version, @Nullable Integer score) {
        return new KolState(
                kol.kolId(),
                version,
                kol.displayName(),
                kol.country(),
                kol.subject(),
                kol.agencyId(),
                kol.accounts().stream()
                        .map(account -> new KolState.Account(
                                account.accountId(),
                                account.platform(),
                                account.handle(),
                                account.platformUid(),
                                account.tier(),
                                account.followers(),
                                score,
                                score == null ? null : Instant.EPOCH))
                        .toList());
    }

    public static KolState aKol(UUID tenant, @Nullable String user, @Nullable UUID agencyId) {
        return told(tenant, kol("xiaohongshu", user == null ? null : Tokens.subjectOf(user), agencyId));
    }

    public static KolState kol(String platform, @Nullable String subject, @Nullable UUID agencyId) {
        UUID id = Ids.next();
        return new KolState(
                id,
                1,
                "Lily " + id.toString().substring(30),
                "CN",
                subject,
                agencyId,
                List.of(new KolState.Account(
                        Ids.next(), platform, "lily_" + id, "uid" + id, "micro", 12_000L, 82, Instant.EPOCH)));
    }

    /** Publishes the state and waits until campaign has it. */
    public static KolState told(UUID tenant, KolState kol) {
        TestKafka.publish(tenant, kol);
        await().atMost(Duration.ofSeconds(30)).until(() -> knows(kol));
        return kol;
    }

    public static String account(KolState kol) {
        return kol.accounts().getFirst().accountId().toString();
    }

    private static boolean knows(KolState kol) throws SQLException {
        try (Connection superuser = KolStack.superuser();
                PreparedStatement query =
                        superuser.prepareStatement("select 1 from kol where kol_id = ? and version = ?")) {
            query.setObject(1, kol.kolId());
            query.setLong(2, kol.version());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
