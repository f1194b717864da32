package org.kolsuite.payment.fee.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.fee.model.Milestone;
import org.kolsuite.payment.fee.model.MilestoneState;
import org.kolsuite.payment.fee.model.MilestoneState.Approved;
import org.kolsuite.payment.fee.model.MilestoneState.Due;
import org.kolsuite.payment.fee.model.MilestoneState.Paid;
import org.kolsuite.payment.fee.model.MilestoneState.Planned;
import org.kolsuite.payment.fee.model.MilestoneState.Rejected;
import org.kolsuite.payment.fee.model.MilestoneState.Requested;
import org.kolsuite.payment.fee.model.MilestoneState.Returned;
import org.kolsuite.payment.fee.model.MilestoneState.Voided;
import org.kolsuite.payment.sql.Bulk;
import org.kolsuite.payment.sql.Columns;

/** A milestone's state spread over columns, and read back. */
final class MilestoneColumns {
    private MilestoneColumns() {}

    static Map<String, @Nullable Object> toRow(UUID feeId, int position, Milestone part) {
        Map<String, @Nullable Object> row = Bulk.row(
                "fee_id", feeId,
                "position", position,
                "name", part.name(),
                "amount_minor", part.amount().amountMinor(),
                "state", part.state().code());
        switch (part.state()) {
            case Planned ignored -> row.put("due_on", null);
            case Due due -> row.put("due_on", due.dueOn());
            case Requested requested -> {
                row.put("due_on", requested.dueOn());
                row.put("requested_by", requested.by());
                row.put("requested_at", requested.at());
            }
            case Rejected rejected -> {
                row.put("due_on", rejected.dueOn());
                row.put("decided_by", rejected.by());
                row.put("decided_at", rejected.at());
                row.put("reason", rejected.reason());
            }
            case Approved approved -> {
                row.put("due_on", approved.dueOn());
                row.put("requested_by", approved.requestedBy());
                row.put("decided_by", approved.by());
                row.put("decided_at", approved.at());
            }
            case Paid paid -> {
                row.put("due_on", paid.dueOn());
                row.put("requested_by", paid.requestedBy());
                row.put("decided_by", paid.approvedBy());
                row.put("paid_on", paid.paidOn());
            }
            case Returned returned -> {
                row.put("due_on", returned.dueOn());
                row.put("requested_by", returned.requestedBy());
                row.put("decided_by", returned.approvedBy());
                row.put("reason", returned.reason());
            }
            case Voided voided -> row.put("reason", voided.reason());
        }
        return row;
    }

    /** Reads state, due_on, requested_by, requested_at, decided_by, decided_at, reason, paid_on. */
    static MilestoneState toState(Columns row) {
        String state = row.text();
        LocalDate due = row.dayOrNull();
        String requestedBy = row.textOrNull();
        Instant requestedAt = row.instantOrNull();
        String decidedBy = row.textOrNull();
        Instant decidedAt = row.instantOrNull();
        String reason = row.textOrNull();
        LocalDate paidOn = row.dayOrNull();
        return switch (state) {
            case "PLANNED" -> new Planned();
            case "DUE" -> new Due(there(due));
            case "REQUESTED" -> new Requested(there(due), there(requestedBy), there(requestedAt));
            case "REJECTED" -> new Rejected(there(due), there(decidedBy), there(decidedAt), there(reason));
            case "APPROVED" -> new Approved(there(due), there(requestedBy), there(decidedBy), there(decidedAt));
            case "PAID" -> new Paid(there(due), there(requestedBy), there(decidedBy), there(paidOn));
            case "RETURNED" -> new Returned(there(due), there(requestedBy), there(decidedBy), there(reason));
            case "VOIDED" -> new Voided(there(reason));
            default -> throw new IllegalStateException("a milestone is " + state);
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
