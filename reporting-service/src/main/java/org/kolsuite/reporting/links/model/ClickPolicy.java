package org.kolsuite.reporting.links.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Person or machine? The rule sees only what the request says of itself; its version is stored with each click, beside the
 * user agent, so that history can be classified again.
 */
public final class ClickPolicy {
    /** Goes with every click. */
    public static final String VERSION = "click-1";

    /** Programs that say so: crawlers, link previews of messengers, HTTP libraries, headless browsers, monitors. */
    private static final Pattern DECLARED_BOT = Pattern.compile(
            "(?<!cu)bot\\b|bot[/;)_-]|spider|crawl|slurp|preview|facebookexternalhit|embedly|quora link|whatsapp/|telegrambot"
                    + "|curl/|wget/|python-|aiohttp|okhttp|java/|go-http-client|node-fetch|axios/|libwww|httpclient"
                    + "|headless|phantomjs|puppeteer|playwright|selenium|lighthouse|pingdom|uptime|monitor"
                    + "|bytespider|baiduspider|sogou web|360spider|yisouspider|petalbot|scrapy",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> PREFETCHES = List.of("prefetch", "preview", "prerender");

    private ClickPolicy() {}

    /** What kind of click it was. */
    public enum Kind {
        PERSON,
        /** Names itself a program, or gives no user agent at all. */
        BOT,
        /** A browser fetched ahead; nobody saw anything yet. */
        PREFETCH,
        /** Asked for the headers only: a link checker. */
        HEAD
    }

    /**
     * @param method GET or HEAD
     * @param userAgent as sent, or null
     * @param purpose of {@code Sec-Purpose}, {@code Purpose} or {@code X-Moz}, or null
     */
    public static Kind classify(String method, @Nullable String userAgent, @Nullable String purpose) {
        if (method.equalsIgnoreCase("HEAD")) {
            return Kind.HEAD;
        }
        if (purpose != null && PREFETCHES.stream().anyMatch(purpose.toLowerCase(Locale.ROOT)::contains)) {
            return Kind.PREFETCH;
        }
        if (userAgent == null
                || userAgent.isBlank()
                || DECLARED_BOT.matcher(userAgent).find()) {
            return Kind.BOT;
        }
        return Kind.PERSON;
    }
}
