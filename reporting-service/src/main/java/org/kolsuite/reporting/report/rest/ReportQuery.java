package org.kolsuite.reporting.report.rest;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.formula.model.CostScope;
import org.kolsuite.reporting.formula.model.CostScope.CostKind;
import org.kolsuite.reporting.report.model.GroupBy;
import org.kolsuite.reporting.report.model.Scope;

/** What a report is asked for. */
public class ReportQuery {
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"campaign", "kol", "platform", "tier", "track", "chain", "collaboration"},
                            defaultValue = "campaign"))
    @QueryParam("by")
    public @Nullable String by;

    @QueryParam("campaign")
    public @Nullable UUID campaign;

    @Parameter(description = "First day, in the organisation's zone.", schema = @Schema(format = "date"))
    @QueryParam("from")
    public @Nullable String from;

    @Parameter(description = "Last day, inclusive.", schema = @Schema(format = "date"))
    @QueryParam("to")
    public @Nullable String to;

    @Parameter(description = "Kinds of cost that count, by comma: gift_product, shipping, fee. Left out: all.")
    @QueryParam("costs")
    public @Nullable String costs;

    GroupBy by() {
        if (by == null || by.isBlank()) {
            return GroupBy.CAMPAIGN;
        }
        try {
            return GroupBy.valueOf(by.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new UnknownReportOption(
                    "by", "Group by campaign, kol, platform, tier, track, chain or collaboration.");
        }
    }

    Scope scope() {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new UnknownReportOption("to", "The last day is before the first.");
        }
        return new Scope(campaign, first, last);
    }

    CostScope costScope() {
        if (costs == null || costs.isBlank()) {
            return CostScope.everything();
        }
        Set<CostKind> kinds = EnumSet.noneOf(CostKind.class);
        for (String kind : costs.split(",", -1)) {
            try {
                kinds.add(CostKind.valueOf(kind.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new UnknownReportOption("costs", "Kinds of cost are gift_product, shipping and fee.");
            }
        }
        return new CostScope(kinds);
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw new UnknownReportOption(field, "Give a day such as 2026-03-08.");
        }
    }
}
