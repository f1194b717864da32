package org.kolsuite.gateway.limits;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request body on its way through: counts what passes, breaks off past the limit (a chunked body announces no size), and
 * tells whoever waits that the client is still sending. Back pressure goes through unchanged.
 */
public final class MeteredBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limitBytes;
    private final Runnable onProgress;
    private @Nullable Handler<Throwable> onFailure;
    private long seen;

    /**
     * @param source the body as it comes in
     * @param limitBytes the most that may pass
     * @param onProgress called for each piece
     */
    public MeteredBody(ReadStream<Buffer> source, long limitBytes, Runnable onProgress) {
        this.source = source;
        this.limitBytes = limitBytes;
        this.onProgress = onProgress;
    }

    /** Whether the client sent more than is allowed. */
    public boolean isTooLarge() {
        return seen > limitBytes;
    }

    @Override
    public MeteredBody handler(@Nullable Handler<Buffer> next) {
        if (next == null) {
            source.handler(null);
        } else {
            source.handler(piece -> pass(piece, next));
        }
        return this;
    }

    private void pass(Buffer piece, Handler<Buffer> next) {
        boolean wasTooLarge = isTooLarge();
        seen += piece.length();
        if (!isTooLarge()) {
            onProgress.run();
            next.handle(piece);
        } else if (!wasTooLarge && onFailure != null) {
            onFailure.handle(new BodyTooLarge());
        }
    }

    @Override
    public MeteredBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public MeteredBody endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public MeteredBody pause() {
        source.pause();
        return this;
    }

    @Override
    public MeteredBody resume() {
        source.resume();
        return this;
    }

    @Override
    public MeteredBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
