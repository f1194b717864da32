package org.kolsuite.payment.payee.model;

import org.kolsuite.contracts.problem.Rejection;

/** What a payee refuses; each as a sentence. */
public abstract class PayeeRejection extends Rejection {
    private final String field;

    private PayeeRejection(Kind kind, String field, String detail) {
        super(kind, detail);
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }

    public static final class PayeeUnknown extends PayeeRejection {
        public PayeeUnknown() {
            super(Kind.NOT_FOUND, "", "There is no such payee.");
        }
    }

    public static final class PayeeExists extends PayeeRejection {
        public PayeeExists() {
            super(Kind.CONFLICT, "", "There is already a payee for this KOL or agency.");
        }
    }

    public static final class PayeeIsKolOrAgency extends PayeeRejection {
        public PayeeIsKolOrAgency() {
            super(Kind.INVALID, "agencyId", "A payee is a KOL or an agency, not both.");
        }
    }

    public static final class NameMalformed extends PayeeRejection {
        public NameMalformed() {
            super(Kind.INVALID, "name", "A payee's name has 1 to 140 characters.");
        }
    }

    public static final class HolderMalformed extends PayeeRejection {
        public HolderMalformed() {
            super(Kind.INVALID, "holder", "The account holder's name has 1 to 70 characters.");
        }
    }

    /** No IBAN and no account number of a bank that is paid. */
    public static final class AccountMalformed extends PayeeRejection {
        public AccountMalformed(String detail) {
            super(Kind.INVALID, "account", detail);
        }
    }

    public static final class BicMalformed extends PayeeRejection {
        public BicMalformed() {
            super(Kind.INVALID, "bic", "A BIC has 8 or 11 letters and digits, such as DEUTDEFF.");
        }
    }

    public static final class NothingToConfirm extends PayeeRejection {
        public NothingToConfirm() {
            super(Kind.CONFLICT, "", "No changed bank details wait for confirmation.");
        }
    }

    /** Four eyes on a changed account. */
    public static final class ConfirmerIsEditor extends PayeeRejection {
        public ConfirmerIsEditor() {
            super(Kind.FORBIDDEN, "", "You changed these bank details; another person has to confirm them.");
        }
    }

    public static final class BankDetailsMissing extends PayeeRejection {
        public BankDetailsMissing() {
            super(Kind.NOT_FOUND, "", "This payee has no bank details.");
        }
    }
}
