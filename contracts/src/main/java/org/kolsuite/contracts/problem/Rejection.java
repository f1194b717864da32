package org.kolsuite.contracts.problem;

import java.util.Locale;
import java.util.Map;

/**
 * A refusal by a rule: not a failure of the program. Each rule has its own final subclass whose name is a sentence
 * ({@code BudgetExhausted}); the stable code that clients rely on is that name in capitals ({@code BUDGET_EXHAUSTED}).
 */
public abstract class Rejection extends RuntimeException {
    private final Kind kind;
    private final transient Map<String, Object> values;

    /**
     * @param kind what sort of refusal it is, which decides the HTTP status
     * @param detail one sentence for a person: what was refused and why, without class names or SQL
     */
    protected Rejection(Kind kind, String detail) {
        this(kind, detail, Map.of());
    }

    /**
     * @param values what the sentence names, so that it can be said in another language: amounts, days, numbers
     */
    protected Rejection(Kind kind, String detail, Map<String, Object> values) {
        super(detail, null, false, false);
        this.kind = kind;
        this.values = values;
    }

    public final Kind kind() {
        return kind;
    }

    /** What was refused and why, in one sentence. */
    public final String detail() {
        return String.valueOf(getMessage());
    }

    /** What the sentence names, by name; empty where it names nothing or nobody needed it yet. */
    public final Map<String, Object> values() {
        return values;
    }

    /** The stable code of this rejection, derived from its name. */
    public final String code() {
        return codeOf(getClass());
    }

    /** {@code BudgetExhausted} becomes {@code BUDGET_EXHAUSTED}. */
    public static String codeOf(Class<? extends Rejection> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** The field of the request that is at fault, as a JSON path such as {@code fee.amountMinor}; empty when none is. */
    public String field() {
        return "";
    }

    /** The sorts of refusal and the HTTP status each is answered with; the policy stands in docs/http-status.md. */
    public enum Kind {
        /** The request can't be understood: a missing key, a cursor nobody gave out: 400. */
        MALFORMED(400),
        /** The caller edits a version that is no longer the present one: 412. */
        STALE(412),
        /** The file or body is larger than allowed: 413. */
        TOO_LARGE(413),
        /** The file is of a type that is not read here: 415. */
        UNSUPPORTED_TYPE(415),
        /** An update that doesn't say which version it edits: 428. */
        VERSION_REQUIRED(428),
        /** The value breaks a rule whatever the state: 422. */
        INVALID(422),
        /** The state does not allow the command now: 409. */
        CONFLICT(409),
        /** The caller may see the thing but not do this to it (four eyes, limits by role): 403. */
        FORBIDDEN(403),
        /** No such thing for this caller; also what belongs to somebody else: 404. */
        NOT_FOUND(404);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
