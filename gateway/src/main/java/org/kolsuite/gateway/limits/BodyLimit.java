package org.kolsuite.gateway.limits;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kolsuite.gateway.GatewaySettings.LimitSettings;

/** How large a body may be: files come as forms and may be large; any other body is read into memory whole (CASES S15). */
public final class BodyLimit {
    private BodyLimit() {}

    /** In bytes. */
    public static long of(HttpServerRequest request, LimitSettings limits) {
        @Nullable String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        return isForm ? limits.bodyBytes() : limits.commandBytes();
    }
}
