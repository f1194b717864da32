package org.kolsuite.payment.payee.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payee as it is stored. */
@Entity
@Table(name = "payee")
class PayeeRow {
    @Id
    UUID id;

    @Version
    long version;

    String name;

    @Nullable
    UUID kolId;

    @Nullable
    UUID agencyId;

    String bankState;

    @Nullable
    String holderCipher;

    @Nullable
    String accountCipher;

    @Nullable
    Boolean accountIsIban;

    @Nullable
    String accountMasked;

    @Nullable
    String accountFingerprint;

    @Nullable
    String bic;

    @Nullable
    String bankName;

    @Nullable
    String bankEditedBy;

    @Nullable
    Instant bankEditedAt;

    @Nullable
    String bankConfirmedBy;

    Instant createdAt;

    /** For Hibernate, which fills the fields. */
    PayeeRow() {
        id = new UUID(0, 0);
        name = "";
        bankState = "MISSING";
        createdAt = Instant.EPOCH;
    }
}
