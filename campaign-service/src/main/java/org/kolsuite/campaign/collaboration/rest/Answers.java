package org.kolsuite.campaign.collaboration.rest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kolsuite.campaign.collaboration.application.ReadCollaboration;
import org.kolsuite.campaign.collaboration.application.Step;
import org.kolsuite.campaign.collaboration.application.TakeStep;
import org.kolsuite.campaign.collaboration.rest.StepRequests.PlainRequest;
import org.kolsuite.platform.caller.Caller;

/** What the resources of the steps share: a step answers with the collaboration as it is afterwards. */
@ApplicationScoped
class Answers {
    @Inject
    ReadCollaboration read;

    static Step step(UUID id, @Nullable String ifMatch, @Nullable PlainRequest request) {
        return new Step(id, ifMatch, request == null ? null : request.at(), request == null ? null : request.reason());
    }

    Uni<Response> after(Caller.Member caller, Uni<TakeStep.Taken> step) {
        return step.chain(taken -> read.read(caller, taken.id())).map(CollaborationResource::answer);
    }

    /** When a post went live: as told, else when the step is taken. */
    static Instant orThen(@Nullable Instant publishedAt, TakeStep.Situation situation) {
        return publishedAt == null ? situation.moment().at() : publishedAt;
    }
}
