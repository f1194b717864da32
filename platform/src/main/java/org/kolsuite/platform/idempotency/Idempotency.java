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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /**
     * An intention among several that share a transaction.
     *
     * @param operation as in {@link #once}
     * @param request as in {@link #once}
     * @param what it is, for whoever does the work
     */
    public record Intention<T>(String key, String operation, Object request, T what) {
        public Intention {
            if (!KEY.matcher(key).matches()) {
                throw new IdempotencyKeyMalformed();
            }
        }
    }

    /** What became of one intention. */
    public sealed interface Result {
        /** Done now or before. */
        record Done(Reply reply) implements Result {}

        /** Nothing of it was written, and its key is free again. */
        record Refused(RuntimeException why) implements Result {}
    }

    /**
     * As {@link #once} for several intentions in one transaction, each with its own key and its own result. A refusal of one leaves the
     * others alone; a failure of the work undoes all of them.
     *
     * @param caller any of those who ask; all are of one organisation, whose keys and rows these are
     * @param work does those that are neither done nor under way, and answers in their order
     */
    public <T> Uni<List<Result>> each(
            Caller.Member caller, List<Intention<T>> intentions, Function<List<T>, Uni<List<Result>>> work) {
        List<String> hashes = intentions.stream()
                .map(intention -> hash(intention.operation(), intention.request()))
                .toList();
        String[] keys =
                intentions.stream().map(Intention::key).distinct().sorted().toArray(String[]::new);
        return unitOfWork.as(
                caller,
                () -> lockAll(keys)
                        .chain(mine -> findAll(keys).chain(stored -> {
                            Result[] results = new Result[intentions.size()];
                            List<Integer> open = new ArrayList<>();
                            Set<String> taken = new HashSet<>();
                            for (int i = 0; i < results.length; i++) {
                                Intention<T> intention = intentions.get(i);
                                Stored before = stored.get(intention.key());
                                if (before != null) {
                                    results[i] = again(before, intention.operation(), hashes.get(i));
                                } else if (mine.contains(intention.key()) && taken.add(intention.key())) {
                                    open.add(i);
                                } else {
                                    results[i] = new Result.Refused(new RequestInFlight());
                                }
                            }
                            if (open.isEmpty()) {
                                return Uni.createFrom().item(List.of(results));
                            }
                            return work.apply(open.stream()
                                            .map(i -> intentions.get(i).what())
                                            .toList())
                                    .chain(done -> {
                                        List<Answered> answered = new ArrayList<>();
                                        for (int i = 0; i < done.size(); i++) {
                                            int place = open.get(i);
                                            Intention<T> intention = intentions.get(place);
                                            results[place] = done.get(i);
                                            if (done.get(i) instanceof Result.Done(Reply reply)) {
                                                answered.add(new Answered(
                                                        intention.key(),
                                                        intention.operation(),
                                                        hashes.get(place),
                                                        reply));
                                            }
                                        }
                                        return storeAll(answered).map(kept -> List.of(results));
                                    });
                        })));
    }

    private record Answered(String key, String operation, String hash, Reply reply) {}

    private static Result again(Stored stored, String operation, String hash) {
        try {
            return new Result.Done(stored.answerTo(operation, hash));
        } catch (IdempotencyKeyReused reused) {
            return new Result.Refused(reused);
        }
    }

    /** The keys whose lock was free; nobody waits for another's. */
    private Uni<Set<String>> lockAll(String[] keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select key, pg_try_advisory_xact_lock(hashtextextended(kol_owner() || ' ' || key, 0))
                                from unnest(cast(:keys as text[])) as asked(key)""", Object[].class)
                        .setParameter("keys", keys)
                        .getResultList())
                .map(rows -> rows.stream()
                        .filter(row -> (Boolean) row[1])
                        .map(row -> (String) row[0])
                        .collect(Collectors.toSet()));
    }

    private Uni<Map<String, Stored>> findAll(String[] keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select key, operation, request_hash, status, location, etag, body from idempotency_key
                                where key = any(cast(:keys as text[]))""", Object[].class)
                        .setParameter("keys", keys)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0],
                                row -> new Stored(
                                        (String) row[1],
                                        (String) row[2],
                                        new Reply((Integer) row[3], (String) row[4], (Long) row[5], parse((String)
                                                row[6]))))));
    }

    private Uni<Void> storeAll(List<Answered> answered) {
        if (answered.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Answered one : answered) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("key", one.key());
            row.put("operation", one.operation());
            row.put("request_hash", one.hash());
            row.put("status", one.reply().status());
            row.put("location", one.reply().location());
            row.put("etag", one.reply().version());
            row.put(
                    "body",
                    one.reply().body() == null ? null : write(one.reply().body()));
            rows.add(row);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into idempotency_key (key, operation, request_hash, status, location, etag, body)
                                select key, operation, request_hash, status, location, etag, body
                                from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                                  as r(key text, operation text, request_hash text, status int, location text, etag bigint,
                                       body text)""")
                        .setParameter("rows", write(rows))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> lock(String key) {
        return Panache.getSession()
                .chain(session -> session.<Boolean>createNativeQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended(kol_owner() || ' ' || :key, 0))")
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
