package org.kolsuite.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.kolsuite.contracts.event.Topics;

/** Writes one outbox row as a CloudEvents 1.0 message in binary mode: the event in the value, the rest in headers. */
@ApplicationScoped
class Publisher {
    @Inject
    @Channel("outbox")
    @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4096)
    MutinyEmitter<Record<String, String>> emitter;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @ConfigProperty(name = "kol.topics.prefix")
    Optional<String> prefix;

    /** Completes when the broker has acknowledged the message. */
    Uni<Void> publish(OutboxRow row) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("ce_id", row.id.toString().getBytes(UTF_8));
        headers.add("ce_type", row.type.getBytes(UTF_8));
        headers.add("ce_source", ("/" + service).getBytes(UTF_8));
        headers.add("ce_subject", row.key.getBytes(UTF_8));
        headers.add("ce_time", row.happenedAt.toString().getBytes(UTF_8));
        headers.add("ce_tenant", row.tenant.toString().getBytes(UTF_8));
        headers.add(
                "ce_dataversion", String.valueOf(Topics.versionOf(row.topic)).getBytes(UTF_8));
        headers.add("content-type", "application/json".getBytes(UTF_8));
        if (row.traceparent != null) {
            headers.add("traceparent", row.traceparent.getBytes(UTF_8));
            headers.add("ce_traceparent", row.traceparent.getBytes(UTF_8));
        }
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(prefix.orElse("") + row.topic)
                .withKey(row.key)
                .withHeaders(headers)
                .build();
        return emitter.sendMessage(Message.of(Record.of(row.key, row.payload), Metadata.of(metadata)));
    }
}
