package org.kolsuite.registry.kol.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.id.Ids;
import org.kolsuite.registry.kol.model.HandleRule;
import org.kolsuite.registry.kol.model.IdentityRule;
import org.kolsuite.registry.kol.model.IdentityRule.Match;
import org.kolsuite.registry.kol.model.KnownAccount;
import org.kolsuite.registry.kol.model.Metrics;
import org.kolsuite.registry.kol.model.ProfileFacts;
import org.kolsuite.registry.kol.model.TierTable;
import org.kolsuite.registry.kol.persistence.ProfileWrite;
import org.kolsuite.registry.kol.persistence.Profiles;
import org.kolsuite.registry.platforms.PlatformRow;
import org.kolsuite.registry.platforms.Platforms;
import org.kolsuite.registry.platforms.TierTables;

/**
 * Records what a source says about accounts of one platform: identifies each, writes what is new, keeps the history, and
 * tells the other services. Imports, decided conflicts and single entries by hand all come through here. Runs in the
 * transaction that is open.
 */
@ApplicationScoped
public class RecordProfiles {
    @Inject
    Profiles profiles;

    @Inject
    Platforms platforms;

    @Inject
    TierTables tierTables;

    @Inject
    KolStates states;

    @Inject
    Clock clock;

    /**
     * One statement.
     *
     * @param ordinal later in the source, larger
     * @param separate keep the account apart from others with the same handle, by its display name
     * @param owner the KOL that a new account belongs to; null makes a new KOL
     */
    public record Statement(
            long ordinal,
            ProfileFacts facts,
            boolean separate,
            @Nullable UUID owner) {}

    /** What became of a statement, in the order given. */
    public sealed interface Outcome {
        record Created(UUID kolId, UUID accountId) implements Outcome {}

        record Updated(UUID kolId, UUID accountId) implements Outcome {}

        /** Several registered accounts share the handle, and the display name fits none. */
        record Ambiguous() implements Outcome {}

        /** The person asked to be erased and stays out. */
        record Erased() implements Outcome {}
    }

    public Uni<List<Outcome>> record(String platformCode, String source, List<Statement> statements) {
        return platforms
                .require(platformCode)
                .chain(platform -> tierTables.of(platformCode).chain(tiers -> {
                    HandleRule rule = platform.handleRule();
                    Set<String> uids = new HashSet<>();
                    Set<String> keys = new HashSet<>();
                    Set<String> hashes = new HashSet<>();
                    for (Statement statement : statements) {
                        ProfileFacts facts = statement.facts();
                        if (facts.platformUid() != null) {
                            uids.add(facts.platformUid());
                        }
                        keys.add(rule.key(facts.handle()));
                        hashes.addAll(identityHashes(platformCode, facts.platformUid(), rule.key(facts.handle())));
                    }
                    return profiles.known(platformCode, uids, keys)
                            .chain(known -> profiles.erased(hashes)
                                    .chain(erased -> write(
                                            new Identification(platform, tiers.table(), source, known, erased),
                                            statements)));
                }));
    }

    private Uni<List<Outcome>> write(Identification identification, List<Statement> statements) {
        statements.forEach(identification::add);
        return profiles.write(identification.writes)
                .chain(() -> profiles.qualify(identification.qualified))
                .chain(() -> states.publish(Profiles.kolsOf(identification.writes)))
                .map(done -> identification.outcomes);
    }

    /** Hashes under which an erased identity is remembered. */
    public static Set<String> identityHashes(String platform, @Nullable String uid, String handleKey) {
        Set<String> hashes = new HashSet<>();
        hashes.add(hash("handle", platform, handleKey));
        if (uid != null) {
            hashes.add(hash("uid", platform, uid));
        }
        return hashes;
    }

    private static String hash(String... parts) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\u001F", parts).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Goes through the statements one after another, so that a later one meets the accounts that an earlier one made. */
    private static final class Identification {
        private final PlatformRow platform;
        private final TierTable tiers;
        private final String source;
        private final Set<String> erased;
        private final Map<String, List<KnownAccount>> byHandle = new HashMap<>();
        private final Map<String, KnownAccount> byUid = new HashMap<>();
        private final List<ProfileWrite> writes = new ArrayList<>();
        private final List<Outcome> outcomes = new ArrayList<>();
        private final Map<UUID, String> qualified = new HashMap<>();

        Identification(
                PlatformRow platform, TierTable tiers, String source, List<KnownAccount> known, Set<String> erased) {
            this.platform = platform;
            this.tiers = tiers;
            this.source = source;
            this.erased = erased;
            known.forEach(this::learn);
        }

        void add(Statement statement) {
            ProfileFacts facts = statement.facts();
            HandleRule rule = platform.handleRule();
            String handleKey = rule.key(facts.handle());
            String nameKey = rule.key(facts.nameOrHandle());
            if (identityHashes(platform.code, facts.platformUid(), handleKey).stream()
                    .anyMatch(erased::contains)) {
                outcomes.add(new Outcome.Erased());
                return;
            }
            Match match = statement.separate()
                    ? separated(handleKey, nameKey)
                    : IdentityRule.match(
                            new IdentityRule.Candidate(facts.platformUid(), handleKey, nameKey),
                            candidates(facts, handleKey));
            switch (match) {
                case Match.Ambiguous ignored -> outcomes.add(new Outcome.Ambiguous());
                case Match.Known(KnownAccount account) -> {
                    writes.add(write(statement, account, handleKey, false, false));
                    outcomes.add(new Outcome.Updated(account.kolId(), account.id()));
                }
                case Match.New ignored -> {
                    UUID owner = statement.owner();
                    KnownAccount account = new KnownAccount(
                            Ids.next(),
                            Objects.requireNonNullElseGet(owner, Ids::next),
                            facts.platformUid(),
                            handleKey,
                            statement.separate() ? nameKey : "");
                    learn(account);
                    writes.add(write(statement, account, handleKey, owner == null, true));
                    outcomes.add(new Outcome.Created(account.kolId(), account.id()));
                }
            }
        }

        /** The account with that name as its qualifier; else the one that nobody told apart yet, which gets the name. */
        private Match separated(String handleKey, String nameKey) {
            List<KnownAccount> sameHandle = byHandle.getOrDefault(handleKey, List.of());
            for (KnownAccount account : sameHandle) {
                if (account.qualifier().equals(nameKey)) {
                    return new Match.Known(account);
                }
            }
            for (KnownAccount account : sameHandle) {
                if (account.qualifier().isEmpty()) {
                    qualified.put(account.id(), nameKey);
                    KnownAccount named =
                            new KnownAccount(account.id(), account.kolId(), account.platformUid(), handleKey, nameKey);
                    sameHandle.remove(account);
                    sameHandle.add(named);
                    return new Match.Known(named);
                }
            }
            return new Match.New();
        }

        private List<KnownAccount> candidates(ProfileFacts facts, String handleKey) {
            List<KnownAccount> candidates = new ArrayList<>(byHandle.getOrDefault(handleKey, List.of()));
            String uid = facts.platformUid();
            KnownAccount sameUid = uid == null ? null : byUid.get(uid);
            if (sameUid != null && !candidates.contains(sameUid)) {
                candidates.add(sameUid);
            }
            return candidates;
        }

        private void learn(KnownAccount account) {
            byHandle.computeIfAbsent(account.handleKey(), key -> new ArrayList<>())
                    .add(account);
            String uid = account.platformUid();
            if (uid != null) {
                byUid.put(uid, account);
            }
        }

        private ProfileWrite write(
                Statement statement, KnownAccount account, String handleKey, boolean newKol, boolean newAccount) {
            ProfileFacts facts = statement.facts();
            String url = facts.profileUrl();
            return new ProfileWrite(
                    account.id(),
                    account.kolId(),
                    newKol,
                    newAccount,
                    platform.code,
                    facts.platformUid(),
                    facts.handle(),
                    handleKey,
                    account.qualifier(),
                    facts.nameOrHandle(),
                    facts.takenOn(),
                    statement.ordinal(),
                    source,
                    facts.metrics(),
                    fingerprint(facts.takenOn(), facts.metrics()),
                    tiers.tierOf(facts.metrics().followers()).orElse(null),
                    facts.country(),
                    facts.topics(),
                    url == null ? platform.profileUrlOf(facts.handle(), facts.platformUid()) : url,
                    facts.bio());
        }

        private static @Nullable String fingerprint(LocalDate takenOn, Metrics metrics) {
            return metrics.saysNothing()
                    ? null
                    : hash(takenOn.toString(), metrics.toString()).substring(0, 16);
        }
    }
}
