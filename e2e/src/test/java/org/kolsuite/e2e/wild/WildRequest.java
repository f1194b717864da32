package org.kolsuite.e2e.wild;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, ready to be sent.
 *
 * @param address with query
 * @param spoiled how often it was spoiled; 0 for one that is meant to be valid
 */
// Its bytes are sent, never compared.
@SuppressWarnings("ArrayRecordComponent")
record WildRequest(ApiOperation operation, String address, Map<String, String> headers, byte[] body, int spoiled) {

    String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    WildRequest withVersion(@Nullable String version) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put("If-Match", version == null ? "\"0\"" : version);
        return new WildRequest(operation, address, changed, body, spoiled);
    }

    /** For people who look for the cause: short, and the same request can be sent again. */
    @Override
    public String toString() {
        String text = bodyText().replaceAll("\\s+", " ");
        String shown = text.length() > 600 ? text.substring(0, 600) + "… (" + body.length + " bytes)" : text;
        return operation.method() + " " + address + " " + headers + (shown.isEmpty() ? "" : " " + shown);
    }
}
