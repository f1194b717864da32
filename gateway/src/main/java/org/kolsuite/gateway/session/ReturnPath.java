package org.kolsuite.gateway.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a sign-in leads back to: a path of this origin and nothing else, so that nobody can use our sign-in to send people away. */
final class ReturnPath {
    private static final String HOME = "/";

    /** One slash, then neither slash nor backslash: browsers read both as another host. No spaces or control characters. */
    private static final Pattern RELATIVE = Pattern.compile("/(?![/\\\\])[^\\x00-\\x20\\\\\\x7f]*");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]+");

    private ReturnPath() {}

    /**
     * The path as it may stand in a {@code Location}; the home page when none was asked for; empty when it leads elsewhere.
     *
     * @param asked the {@code return} parameter, decoded
     */
    static Optional<String> of(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return Optional.of(HOME);
        }
        if (!RELATIVE.matcher(asked).matches()) {
            return Optional.empty();
        }
        return Optional.of(NOT_ASCII
                .matcher(asked)
                .replaceAll(letters -> URLEncoder.encode(letters.group(), StandardCharsets.UTF_8)));
    }
}
