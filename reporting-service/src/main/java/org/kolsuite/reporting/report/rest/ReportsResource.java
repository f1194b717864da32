package org.kolsuite.reporting.report.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.file.OffLoop;
import org.kolsuite.platform.paging.Cursor;
import org.kolsuite.platform.paging.Limits;
import org.kolsuite.reporting.formula.application.FigureSettings;
import org.kolsuite.reporting.formula.model.Formulas;
import org.kolsuite.reporting.report.application.LiveReports;
import org.kolsuite.reporting.report.application.LiveReports.Change;
import org.kolsuite.reporting.report.application.ReadReports;
import org.kolsuite.reporting.report.model.GroupBy;
import org.kolsuite.reporting.report.model.Scope;
import org.kolsuite.reporting.report.rest.ReportAnswers.CampaignReportAnswer;
import org.kolsuite.reporting.report.rest.ReportAnswers.GiftToPaidAnswer;
import org.kolsuite.reporting.report.rest.ReportAnswers.RoiAnswer;
import org.kolsuite.reporting.report.rest.ReportAnswers.Row;

/** What was spent, what came back, and how each number comes about. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/reports")
@Tag(name = "Reports")
@RolesAllowed({Roles.BRAND_MANAGER, Roles.FINANCE, Roles.EXECUTIVE, Roles.ADMIN})
public class ReportsResource {
    /** A cursor is the caller's to forge; nobody turns so many pages. */
    private static final int DEEPEST = 1_000_000;

    @Inject
    CurrentCaller callers;

    @Inject
    ReadReports reports;

    @Inject
    FigureSettings figures;

    @Inject
    LiveReports live;

    /** One row per campaign, KOL, platform, tier, track, chain or collaboration, dearest first. */
    @GET
    @Path("/roi")
    public Uni<RoiAnswer> roi(
            @BeanParam ReportQuery query,
            @QueryParam("cursor") @Nullable String cursorText,
            @QueryParam("limit") @Nullable Integer limitAsked) {
        GroupBy by = query.by();
        Scope scope = query.scope();
        Formulas.Settings settings = figures.with(query.costScope());
        Cursor cursor = Cursor.decode(cursorText, 1);
        int from = cursor == null ? 0 : Math.clamp(cursor.number(0), 0, DEEPEST);
        int limit = Limits.of(limitAsked);
        return reports.page(callers.member(), by, scope, settings, from, limit).map(page -> {
            List<Row> items =
                    page.rows().stream().map(row -> Row.of(row, settings)).toList();
            return new RoiAnswer(
                    by,
                    scope.campaign(),
                    scope.from(),
                    scope.to(),
                    settings.scope().includes().stream().sorted().toList(),
                    items,
                    (long) from + limit < page.total() ? Cursor.of(from + limit).encode() : null,
                    page.total());
        });
    }

    /** The same rows as a file, all of them. */
    @GET
    @Path("/roi/export")
    @Produces({"text/csv", ReportExport.XLSX_TYPE})
    @APIResponse(
            responseCode = "200",
            content = {@Content(mediaType = "text/csv"), @Content(mediaType = ReportExport.XLSX_TYPE)})
    public Uni<Response> export(
            @BeanParam ReportQuery query,
            @QueryParam("format") @Nullable String formatName,
            @Context RoutingContext request) {
        ReportExport.Format format = ReportExport.Format.named(formatName);
        GroupBy by = query.by();
        Scope scope = query.scope();
        Formulas.Settings settings = figures.with(query.costScope());
        Caller.Member caller = callers.member();
        return OffLoop.run(() -> ReportExport.begun(format, by, settings))
                .chain(file -> reports.everyRow(caller, by, scope, settings, file::add)
                        .chain(() -> OffLoop.run(file::ended))
                        .invoke(() -> request.addEndHandler(sent -> file.remove()))
                        .onFailure()
                        .invoke(file::remove))
                .map(content -> Response.ok(content)
                        .type(format.mediaType())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + ReportExport.fileName(by, format) + "\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** One campaign: objectives against targets, and what each day added. */
    @GET
    @Path("/campaigns/{id}")
    public Uni<CampaignReportAnswer> campaign(@PathParam("id") UUID id, @BeanParam ReportQuery query) {
        Scope days = query.scope();
        Formulas.Settings settings = figures.with(query.costScope());
        return reports.campaign(callers.member(), id, new Scope(id, days.from(), days.to()), settings)
                .map(report -> CampaignReportAnswer.of(report, settings));
    }

    /** What paying changed, with an interval; no verdict where it crosses zero. */
    @GET
    @Path("/gift-to-paid")
    public Uni<GiftToPaidAnswer> giftToPaid(@BeanParam ReportQuery query) {
        Formulas.Settings settings = figures.with(query.costScope());
        return reports.giftToPaid(callers.member(), query.scope(), settings)
                .map(report -> GiftToPaidAnswer.of(report, settings));
    }

    /**
     * Says when results of the caller's organisation changed, so that an open page can ask again. The first event comes
     * at once and names no campaign: ask for everything. A {@code beat} comes every 15 seconds. The stream
     * ends with the token that opened it; whoever still may, opens the next.
     */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<Change> stream() {
        return live.changes(callers.member().tenant(), callers.signedInUntil());
    }
}
