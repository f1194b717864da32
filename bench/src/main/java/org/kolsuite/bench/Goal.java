package org.kolsuite.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/** When a figure is good enough. */
public sealed interface Goal {
    /** As it stands in the table. */
    String text(String unit);

    /**
     * Whether a figure meets it.
     *
     * @param measured ours
     * @param ratio ours by the peer's
     * @param more ours less the peer's, in the figure's unit
     */
    boolean isMetBy(double measured, OptionalDouble ratio, OptionalDouble more);

    /** At least so much of what the peer does: throughput. */
    record AtLeastTimes(double ratio) implements Goal {
        @Override
        public String text(String unit) {
            return "at least " + number(ratio) + " x";
        }

        @Override
        public boolean isMetBy(double measured, OptionalDouble ratio, OptionalDouble more) {
            return ratio.orElse(0) >= this.ratio;
        }
    }

    /** At most so many times what the peer takes: durations. */
    record AtMostTimes(double ratio) implements Goal {
        @Override
        public String text(String unit) {
            return "at most " + number(ratio) + " x";
        }

        @Override
        public boolean isMetBy(double measured, OptionalDouble ratio, OptionalDouble more) {
            return ratio.orElse(Double.POSITIVE_INFINITY) <= this.ratio;
        }
    }

    /** At most so much more than the peer, in the figure's unit. */
    record AtMostMore(double amount) implements Goal {
        @Override
        public String text(String unit) {
            return "at most " + number(amount) + " " + unit + " more";
        }

        @Override
        public boolean isMetBy(double measured, OptionalDouble ratio, OptionalDouble more) {
            return more.orElse(Double.POSITIVE_INFINITY) <= amount;
        }
    }

    /** At most so much, whatever the peer does, in the figure's unit. */
    record AtMost(double amount) implements Goal {
        @Override
        public String text(String unit) {
            return "at most " + number(amount) + " " + unit;
        }

        @Override
        public boolean isMetBy(double measured, OptionalDouble ratio, OptionalDouble more) {
            return measured <= amount;
        }
    }

    /** Nothing is asked of it; it explains another figure. */
    record None() implements Goal {
        @Override
        public String text(String unit) {
            return "";
        }

        @Override
        public boolean isMetBy(double measured, OptionalDouble ratio, OptionalDouble more) {
            return true;
        }
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
