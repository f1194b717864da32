package org.kolsuite.campaign.collaboration.application;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.StoredJson;
import org.kolsuite.campaign.collaboration.model.CollaborationRefusals.AddressMissing;
import org.kolsuite.campaign.collaboration.persistence.AddressRow;
import org.kolsuite.campaign.collaboration.persistence.CollaborationRepository;
import org.kolsuite.platform.audit.AuditTrail;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.crypto.FieldCipher;
import org.kolsuite.platform.crypto.Mask;
import org.kolsuite.platform.tenancy.UnitOfWork;

/** Shows a delivery address to who ships the gift, and writes down that it was shown. */
@ApplicationScoped
public class RevealAddress {
    @Inject
    UnitOfWork unitOfWork;

    @Inject
    CollaborationRepository collaborations;

    @Inject
    FieldCipher cipher;

    @Inject
    StoredJson json;

    @Inject
    AuditTrail trail;

    public Uni<DeliveryAddress> reveal(Caller.Member caller, UUID id, @Nullable String reason) {
        return unitOfWork.as(
                caller,
                () -> collaborations
                        .find(id)
                        .chain(row -> stored(id))
                        .onItem()
                        .ifNull()
                        .failWith(AddressMissing::new)
                        .call(address ->
                                trail.record(caller, "reveal-address", "collaboration", id, reason, null, null)));
    }

    /** City and first letters only; null when none was given. Joins the caller's transaction. */
    Uni<@Nullable String> masked(UUID id) {
        return stored(id)
                .map(address -> address == null
                        ? null
                        : Mask.firstOnly(address.recipient()) + ", " + address.city() + ", " + address.country());
    }

    private Uni<@Nullable DeliveryAddress> stored(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(AddressRow.class, id))
                .map(row -> row == null ? null : json.read(cipher.decrypt(row.sealed), DeliveryAddress.class));
    }
}
