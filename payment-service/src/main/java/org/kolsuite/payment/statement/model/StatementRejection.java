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

    public static final class FileIsEmpty extends StatementRejection {
        public FileIsEmpty() {
            super(Kind.INVALID, "The file is empty.");
        }
    }

    public static final class FileTooLarge extends StatementRejection {
        public FileTooLarge(long bytes, long most) {
            super(Kind.INVALID, "The file has " + bytes + " bytes; at most " + most + " are read.");
        }
    }

    public static final class NotABankStatement extends StatementRejection {
        public NotABankStatement(String detail) {
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
}
