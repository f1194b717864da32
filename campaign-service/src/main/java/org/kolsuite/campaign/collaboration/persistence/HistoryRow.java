package org.kolsuite.campaign.collaboration.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step that was taken; append-only. */
@Entity
@Table(name = "collaboration_history")
public class HistoryRow {
    @Id
    public UUID id;

    @Column(insertable = false, updatable = false)
    public @Nullable Long seq;

    public UUID collaborationId;

    public String verb;

    public @Nullable String fromState;

    public String toState;

    public String party;

    public String actor;

    public String actorName;

    public @Nullable String reason;

    public Instant at;

    public Instant recordedAt;
}
