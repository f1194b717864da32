package org.kolsuite.payment.payee.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.payee.model.BankState.AwaitingConfirmation;
import org.kolsuite.payment.payee.model.BankState.Missing;
import org.kolsuite.payment.payee.model.BankState.Usable;

/**
 * Somebody the organisation pays: a KOL, an agency, or anybody else.
 *
 * @param kolId the KOL who is paid directly, or null
 * @param agencyId the agency that is paid for its KOLs, or null
 */
public record Payee(
        UUID id,
        long version,
        String name,
        @Nullable UUID kolId,
        @Nullable UUID agencyId,
        BankState bank) {

    public Payee {
        if (name.isBlank() || name.length() > 140) {
            throw new PayeeRejection.NameMalformed();
        }
        if (kolId != null && agencyId != null) {
            throw new PayeeRejection.PayeeIsKolOrAgency();
        }
    }

    public static Payee enter(UUID id, String name, @Nullable UUID kolId, @Nullable UUID agencyId) {
        return new Payee(id, 0, name, kolId, agencyId, new Missing());
    }

    public Payee rename(String newName) {
        return new Payee(id, version, newName, kolId, agencyId, bank);
    }

    /** First details are usable; any later change of account, holder or bank waits for a second person. */
    public Payee enterBank(BankDetails details, String by, Instant at) {
        return switch (bank) {
            case Missing ignored -> in(new Usable(details, by, at, null));
            case Usable usable ->
                usable.details().equals(details) ? this : in(new AwaitingConfirmation(details, by, at));
            case AwaitingConfirmation waiting ->
                waiting.details().equals(details) ? this : in(new AwaitingConfirmation(details, by, at));
        };
    }

    /** @throws PayeeRejection.ConfirmerIsEditor four eyes: whoever changed them can't confirm them */
    public Payee confirmBank(String by) {
        return switch (bank) {
            case AwaitingConfirmation waiting -> {
                if (waiting.editedBy().equals(by)) {
                    throw new PayeeRejection.ConfirmerIsEditor();
                }
                yield in(new Usable(waiting.details(), waiting.editedBy(), waiting.editedAt(), by));
            }
            case Missing ignored -> throw new PayeeRejection.NothingToConfirm();
            case Usable ignored -> throw new PayeeRejection.NothingToConfirm();
        };
    }

    /** Keeps what tax law needs (amounts, dates, references) and forgets the person. */
    public Payee pseudonymised() {
        return new Payee(id, version, "Erased payee " + id.toString().substring(24), kolId, agencyId, new Missing());
    }

    public Optional<BankDetails> details() {
        return switch (bank) {
            case Missing ignored -> Optional.empty();
            case Usable usable -> Optional.of(usable.details());
            case AwaitingConfirmation waiting -> Optional.of(waiting.details());
        };
    }

    public Optional<String> accountEditedBy() {
        return switch (bank) {
            case Missing ignored -> Optional.empty();
            case Usable usable -> Optional.of(usable.editedBy());
            case AwaitingConfirmation waiting -> Optional.of(waiting.editedBy());
        };
    }

    private Payee in(BankState next) {
        return new Payee(id, version, name, kolId, agencyId, next);
    }
}
