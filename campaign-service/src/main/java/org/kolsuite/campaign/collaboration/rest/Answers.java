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
import org.kolsuite.campaign.collaboration.model.GiftCommand;
import org.kolsuite.campaign.collaboration.model.PaidCommand;
import org.kolsuite.campaign.collaboration.rest.StepRequests.Told;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.caller.CurrentCaller;

/** What the resources of the steps share: a step answers with the collaboration as it is afterwards. */
@ApplicationScoped
class Answers {
    @Inject
    CurrentCaller callers;

    @Inject
    TakeStep steps;

    @Inject
    ReadCollaboration read;

    static Step step(UUID id, @Nullable String ifMatch, @Nullable Told request) {
        return new Step(id, ifMatch, request == null ? null : request.at(), request == null ? null : request.reason());
    }

    /** The caller takes a step on the gift track whose command is known beforehand. */
    Uni<Response> gift(UUID id, @Nullable String ifMatch, @Nullable Told request, GiftCommand command) {
        Caller.Member caller = callers.member();
        return after(
                caller,
                steps.gift(
                        caller,
                        step(id, ifMatch, request),
                        command.verb(),
                        situation -> Uni.createFrom().item(command)));
    }

    /** The caller takes a step on the paid track whose command is known beforehand. */
    Uni<Response> paid(UUID id, @Nullable String ifMatch, @Nullable Told request, PaidCommand command) {
        Caller.Member caller = callers.member();
        return after(
                caller,
                steps.paid(
                        caller,
                        step(id, ifMatch, request),
                        command.verb(),
                        situation -> Uni.createFrom().item(command)));
    }

    Uni<Response> after(Caller.Member caller, Uni<TakeStep.Taken> step) {
        return step.chain(taken -> read.read(caller, taken.id())).map(CollaborationResource::answer);
    }

    /** When a post went live: as told, else when the step is taken. */
    static Instant orThen(@Nullable Instant publishedAt, TakeStep.Situation situation) {
        return publishedAt == null ? situation.moment().at() : publishedAt;
    }
}
