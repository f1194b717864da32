package org.kolsuite.reporting.metrics.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a post in the one form in which two spellings of it are equal: https, lower-case host without {@code
 * www.} or {@code m.}, no trailing slash, no query (share links carry tokens there) but for YouTube's {@code v}.
 */
public record PostLink(String value) {
    private static final int MOST_CHARS = 600;
    private static final Pattern YOUTUBE_ID = Pattern.compile("(?:^|&)v=([\\w-]{6,})");

    /** Empty when the text is no web address. */
    public static Optional<PostLink> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > MOST_CHARS) {
            return Optional.empty();
        }
        try {
            URI address = new URI(trimmed.contains("://") ? trimmed : "https://" + trimmed);
            String host = address.getHost();
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (host == null || !host.contains(".") || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            String site = host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m)\\.", "");
            String path = address.getRawPath() == null ? "" : address.getRawPath();
            return Optional.of(new PostLink("https://" + site + path.replaceFirst("/+$", "") + video(site, address)));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static String video(String site, URI address) {
        if (!site.equals("youtube.com") || address.getRawQuery() == null) {
            return "";
        }
        Matcher id = YOUTUBE_ID.matcher(address.getRawQuery());
        return id.find() ? "?v=" + id.group(1) : "";
    }
}
