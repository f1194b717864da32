package org.kolsuite.reporting.orders.model;

import java.util.Locale;

/** Where an order stands. Only a state after payment brings revenue. */
public sealed interface OrderState {

    /** Ordered, not paid. */
    record Placed() implements OrderState {}

    /** Paid, not yet received. */
    record Paid() implements OrderState {}

    /** The buyer has the goods; they may still be returned. */
    record Received() implements OrderState {}

    /** The return window is over: the revenue is final. */
    record ReturnWindowOver() implements OrderState {}

    /** Something was paid back. */
    record Refunded(boolean inWhole) implements OrderState {}

    /** Never paid: cancelled, expired or void. */
    record Closed() implements OrderState {}

    /** Whether money came in at some time. */
    default boolean wasPaid() {
        return switch (this) {
            case Placed placed -> false;
            case Closed closed -> false;
            case Paid paid -> true;
            case Received received -> true;
            case ReturnWindowOver over -> true;
            case Refunded refunded -> true;
        };
    }

    /** Whether the order counts in cost per order: paid, and not wholly paid back. */
    default boolean counts() {
        return wasPaid() && !(this instanceof Refunded(boolean inWhole) && inWhole);
    }

    /** The stable name in tables and answers. */
    default String code() {
        return switch (this) {
            case Placed placed -> "PLACED";
            case Paid paid -> "PAID";
            case Received received -> "RECEIVED";
            case ReturnWindowOver over -> "RETURN_WINDOW_OVER";
            case Refunded(boolean inWhole) -> inWhole ? "REFUNDED" : "PARTLY_REFUNDED";
            case Closed closed -> "CLOSED";
        };
    }

    /** @throws IllegalArgumentException when the code is none of {@link #code()} */
    static OrderState ofCode(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "PLACED" -> new Placed();
            case "PAID" -> new Paid();
            case "RECEIVED" -> new Received();
            case "RETURN_WINDOW_OVER" -> new ReturnWindowOver();
            case "REFUNDED" -> new Refunded(true);
            case "PARTLY_REFUNDED" -> new Refunded(false);
            case "CLOSED" -> new Closed();
            default -> throw new IllegalArgumentException("unknown order state: " + code);
        };
    }
}
