package org.kolsuite.reporting.metrics.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.reporting.metrics.model.Counters;

/** A snapshot as the store takes it. */
record SnapshotColumns(
        UUID collaborationId,
        String post,
        Counters counters,
        Instant takenAt,
        @Nullable Long line) {

    String json(ObjectMapper mapper) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("collaboration_id", collaborationId);
        row.put("post", post);
        row.put("views", counters.views());
        row.put("reads", counters.reads());
        row.put("likes", counters.likes());
        row.put("comments", counters.comments());
        row.put("shares", counters.shares());
        row.put("saves", counters.saves());
        row.put("declared_engagements", counters.declaredEngagements());
        row.put("taken_at", takenAt);
        row.put("line", line);
        try {
            return mapper.writeValueAsString(row);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("columns are writable", impossible);
        }
    }
}
