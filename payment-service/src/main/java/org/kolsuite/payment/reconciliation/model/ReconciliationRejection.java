package org.kolsuite.payment.reconciliation.model;

import org.kolsuite.contracts.problem.Rejection;

/** What reconciling by hand refuses; each as a sentence. */
public abstract class ReconciliationRejection extends Rejection {
    private ReconciliationRejection(Kind kind, String detail) {
        super(kind, detail);
    }

    public static final class LineIsDecided extends ReconciliationRejection {
        public LineIsDecided(String state) {
            super(Kind.CONFLICT, "This line is " + state + "; undo that first.");
        }
    }

    public static final class NothingToUndo extends ReconciliationRejection {
        public NothingToUndo() {
            super(Kind.CONFLICT, "Nothing was decided about this line.");
        }
    }

    /** The bank line and the payout do not belong together. */
    public static final class LineAndPayoutDontFit extends ReconciliationRejection {
        public LineAndPayoutDontFit(String detail) {
            super(Kind.CONFLICT, detail);
        }
    }

    /** A return may have been paid again since; it is corrected by what happens next, not by undoing. */
    public static final class ReturnIsFinal extends ReconciliationRejection {
        public ReturnIsFinal() {
            super(Kind.CONFLICT, "A return can't be undone: the payment is open again and may be on its way.");
        }
    }
}
