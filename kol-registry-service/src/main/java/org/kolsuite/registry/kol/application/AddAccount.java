package org.kolsuite.registry.kol.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.registry.kol.application.RecordProfiles.Outcome;
import org.kolsuite.registry.kol.application.RecordProfiles.Statement;
import org.kolsuite.registry.kol.model.AccountRegisteredAlready;
import org.kolsuite.registry.kol.model.ErasedOnRequest;
import org.kolsuite.registry.kol.model.HandleAmbiguous;
import org.kolsuite.registry.kol.model.KolErasedAlready;
import org.kolsuite.registry.kol.model.Metrics;
import org.kolsuite.registry.kol.model.ProfileFacts;
import org.kolsuite.registry.kol.persistence.KolRow;
import org.kolsuite.registry.kol.persistence.Kols;

/** Somebody enters an account of a KOL by hand. Runs in the transaction that is open. */
@ApplicationScoped
public class AddAccount {
    @Inject
    RecordProfiles recordProfiles;

    @Inject
    Kols kols;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** @param measuredOn the day of the numbers; today when null */
    public record Command(
            String platform,
            String handle,
            @Nullable String platformUid,
            @Nullable String displayName,
            @Nullable String url,
            @Nullable LocalDate measuredOn,
            Metrics metrics,
            List<String> topics) {}

    public Uni<UUID> add(Caller caller, UUID kolId, Command command) {
        return kols.require(kolId)
                .chain(kol -> to(kol, command)
                        .call(account -> trail.record(
                                caller,
                                "add-account",
                                "kol",
                                kol.id,
                                null,
                                null,
                                Map.of("account", account, "platform", command.platform())))
                        .call(kols::reread));
    }

    /** The id of the new account. */
    Uni<UUID> to(KolRow kol, Command command) {
        if (kol.erasedAt != null) {
            throw new KolErasedAlready();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ProfileFacts facts = new ProfileFacts(
                command.platformUid(),
                command.handle(),
                command.displayName() == null ? kol.displayName : command.displayName(),
                Objects.requireNonNullElse(command.measuredOn(), today),
                command.metrics(),
                kol.country,
                command.topics(),
                command.url(),
                null);
        Statement statement = new Statement(clock.millis(), facts, false, kol.id);
        return recordProfiles
                .record(command.platform(), "entry", List.of(statement))
                .map(outcomes -> switch (outcomes.getFirst()) {
                    case Outcome.Created created -> created.accountId();
                    case Outcome.Updated ignored -> throw new AccountRegisteredAlready(command.handle());
                    case Outcome.Ambiguous ignored -> throw new HandleAmbiguous(command.handle());
                    case Outcome.Erased ignored -> throw new ErasedOnRequest();
                });
    }
}
