package org.kolsuite.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tenancy.UnitOfWork;

/**
 * The same intention, sent twice, has one effect and one answer. In one transaction: take the key's lock (taken: {@link
 * RequestInFlight}), look for a stored answer (there: give it again, or {@link IdempotencyKeyReused} for another
 * request), do the work, store its answer. A refusal rolls all of it back, so a corrected body may use the key again; a
 * service killed after the commit gives the stored answer to the retry (CASES M1 to M10).
 */
@ApplicationScoped
public class Idempotency {
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    ObjectMapper json;

    /**
     * Does the work once per key; the key is required.
     *
     * @param operation method and path with its ids: what the key is for
     * @param request the parsed request, of which equality decides whether it is the same one
     */
    public Uni<Response> once(
            Caller caller, @Nullable String key, String operation, Object request, Supplier<Uni<Reply>> work) {
        if (key == null || key.isEmpty()) {
            throw new IdempotencyKeyRequired();
        }
        return optional(caller, key, operation, request, work);
    }

    /** As {@link #once}, but a request without a key is simply done: for POSTs that may safely happen twice. */
    public Uni<Response> optional(
            Caller caller, @Nullable String key, String operation, Object request, Supplier<Uni<Reply>> work) {
        if (key == null) {
            return unitOfWork.as(caller, work).map(Reply::toResponse);
        }
        if (!KEY.matcher(key).matches()) {
            throw new IdempotencyKeyMalformed();
        }
        String hash = hash(operation, request);
        return unitOfWork
                .as(
                        caller,
                        () -> lock(key)
                                .chain(() -> find(key))
                                .chain(stored -> stored == null
                                        ? work.get().call(reply -> store(key, operation, hash, reply))
                                        : Uni.createFrom().item(stored.answerTo(operation, hash))))
                .map(Reply::toResponse);
    }

    private Uni<Void> lock(String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended(kol_owner() || ' ' || :key, 0))",
                                Boolean.class)
                        .setParameter("key", key)
                        .getSingleResult())
                .invoke(free -> {
                    if (!free) {
                        throw new RequestInFlight();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<@Nullable Stored> find(String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select operation, request_hash, status, location, etag, body from idempotency_key where key = :key",
                                Object[].class)
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Stored(
                                (String) row[0],
                                (String) row[1],
                                new Reply((Integer) row[2], (String) row[3], (Long) row[4], parse((String) row[5]))));
    }

    private Uni<Void> store(String key, String operation, String hash, Reply reply) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into idempotency_key (key, operation, request_hash, status, location, etag, body)
                                values (:key, :operation, :hash, :status, :location, :etag, :body)""")
                        .setParameter("key", key)
                        .setParameter("operation", operation)
                        .setParameter("hash", hash)
                        .setParameter("status", reply.status())
                        .setParameter("location", reply.location())
                        .setParameter("etag", reply.version())
                        .setParameter("body", reply.body() == null ? null : write(reply.body()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private record Stored(String operation, String hash, Reply reply) {
        Reply answerTo(String otherOperation, String otherHash) {
            if (!operation.equals(otherOperation) || !hash.equals(otherHash)) {
                throw new IdempotencyKeyReused();
            }
            return reply;
        }
    }

    private String hash(String operation, Object request) {
        try {
            byte[] canonical = (operation + "\n" + write(json.valueToTree(request))).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable JsonNode parse(@Nullable String body) {
        try {
            return body == null ? null : json.readTree(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored answer was written by this class", impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("requests and answers are writable", impossible);
        }
    }
}
