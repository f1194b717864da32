package org.kolsuite.platform.json;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds every body that is read into memory whole: what is announced larger, or turns out so, is 413 (CASES S15). Forms are read
 * elsewhere, piece by piece, and have the limit of uploads.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {
    private final long mostBytes;

    BodyLimit(@ConfigProperty(name = "kol.json.most-bytes") long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        String announced = body.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > mostBytes) {
            throw tooLarge();
        }
        body.setInputStream(new Counted(body.getInputStream(), mostBytes));
        return body.proceed();
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
    }

    /** Lets so many bytes pass, and no more. */
    private static final class Counted extends FilterInputStream {
        private long left;

        private Counted(InputStream source, long most) {
            super(source);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
