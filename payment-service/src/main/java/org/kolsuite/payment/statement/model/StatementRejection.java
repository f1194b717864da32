package org.kolsuite.payment.statement.model;

import org.kolsuite.contracts.problem.Rejection;

/** What an import of statements refuses; each as a sentence. */
public abstract class StatementRejection extends Rejection {
    private StatementRejection(Kind kind, String detail) {
        super(kind, detail);
    }

    @Override
    public String field() {
        return "file";
    }

    /** The file is no bank statement that is read here. */
    public static final class FileIsNoBankStatement extends StatementRejection {
        public FileIsNoBankStatement(String detail) {
            super(Kind.INVALID, detail);
        }
    }

    /** A document type declaration: statements have none, attacks do (CASES F6). */
    public static final class DoctypeRefused extends StatementRejection {
        public DoctypeRefused() {
            super(Kind.INVALID, "The file declares a document type; bank statements have none, so it is not read.");
        }
    }

    public static final class StatementUnknown extends StatementRejection {
        public StatementUnknown() {
            super(Kind.NOT_FOUND, "There is no such statement.");
        }
    }

    public static final class StatementLineUnknown extends StatementRejection {
        public StatementLineUnknown() {
            super(Kind.NOT_FOUND, "There is no such statement line.");
        }
    }

    /** A report of the day or a notice: a statement will repeat its lines, and only that is booked. */
    public static final class NotTheBanksLastWord extends StatementRejection {
        public NotTheBanksLastWord(BankStatement.Kind kind) {
            super(
                    Kind.INVALID,
                    kind == BankStatement.Kind.NOTIFICATION
                            ? "This is a camt.054 notification; import the camt.053 statement, which repeats its lines."
                            : "This is a camt.052 report of the day; import the camt.053 statement that follows it.");
        }
    }
}
