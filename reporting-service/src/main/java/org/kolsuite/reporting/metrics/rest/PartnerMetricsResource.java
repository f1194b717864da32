package org.kolsuite.reporting.metrics.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.CurrentCaller;
import org.kolsuite.platform.caller.Roles;
import org.kolsuite.platform.idempotency.Idempotency;
import org.kolsuite.platform.idempotency.Reply;
import org.kolsuite.reporting.metrics.application.SubmitMetrics;
import org.kolsuite.reporting.metrics.application.SubmitMetrics.Reported;
import org.kolsuite.reporting.metrics.model.CounterOutOfRange;
import org.kolsuite.reporting.metrics.model.Counters;
import org.kolsuite.reporting.metrics.model.WrongNumberOfSnapshots;

/** Post metrics from the KOL's side: for their own collaborations only. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/partner/v1/metrics")
@Tag(name = "Partner")
@RolesAllowed({Roles.KOL, Roles.AGENCY})
public class PartnerMetricsResource {
    private static final int MOST = 200;
    private static final long MOST_OF_A_COUNTER = 1_000_000_000_000L;

    @Inject
    CurrentCaller callers;

    @Inject
    Idempotency idempotency;

    @Inject
    SubmitMetrics metrics;

    /**
     * The counters of one post at one time; leave out what the platform does not show.
     *
     * @param postUrl left out for the collaboration's own post
     * @param engagements the platform's own total, if it shows one
     */
    public record SnapshotRequest(
            UUID collaborationId,
            @Nullable String postUrl,
            Instant takenAt,
            @Nullable Long views,
            @Nullable Long reads,
            @Nullable Long likes,
            @Nullable Long comments,
            @Nullable Long shares,
            @Nullable Long saves,
            @Nullable Long engagements) {}

    /** All of them are taken, or none. */
    public record MetricsRequest(List<@NotNull SnapshotRequest> snapshots) {}

    /** @param added how many were new; the others were known already */
    public record MetricsAnswer(int received, int added) {}

    @POST
    @PermissionsAllowed(Roles.METRICS_WRITE)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MetricsAnswer.class)))
    public Uni<Response> submit(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull MetricsRequest request) {
        var partner = callers.partner();
        List<SnapshotRequest> snapshots = request.snapshots();
        if (snapshots == null || snapshots.isEmpty() || snapshots.size() > MOST) {
            throw new WrongNumberOfSnapshots(MOST);
        }
        List<Reported> reported = java.util.stream.IntStream.range(0, snapshots.size())
                .mapToObj(i -> reported(snapshots.get(i), "snapshots[" + i + "]"))
                .toList();
        return idempotency.once(
                partner,
                key,
                "POST /partner/v1/metrics",
                request,
                () -> metrics.submit(partner, reported)
                        .map(added -> Reply.ok(new MetricsAnswer(reported.size(), added))));
    }

    private static Reported reported(SnapshotRequest request, String field) {
        if (request.collaborationId() == null || request.takenAt() == null) {
            throw new SnapshotIncomplete(field);
        }
        return new Reported(
                request.collaborationId(),
                request.postUrl(),
                request.takenAt(),
                new Counters(
                        counter(request.views(), field + ".views"),
                        counter(request.reads(), field + ".reads"),
                        counter(request.likes(), field + ".likes"),
                        counter(request.comments(), field + ".comments"),
                        counter(request.shares(), field + ".shares"),
                        counter(request.saves(), field + ".saves"),
                        counter(request.engagements(), field + ".engagements")));
    }

    private static @Nullable Long counter(@Nullable Long value, String field) {
        if (value != null && (value < 0 || value > MOST_OF_A_COUNTER)) {
            throw new CounterOutOfRange(field);
        }
        return value;
    }
}
