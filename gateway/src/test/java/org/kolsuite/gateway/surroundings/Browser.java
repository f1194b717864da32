package org.kolsuite.gateway.surroundings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** As much of a browser as a session needs: cookies of one origin, redirects one by one, and the headers that no page can forge. */
public final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MOST_REDIRECTS = 8;

    private final Map<String, String> cookies = new TreeMap<>();
    private final List<String> cookiesAsSet = new ArrayList<>();
    private final String origin =
            "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);

    /** A browser in which this person has just signed in. */
    public static Browser signedInAs(String user) {
        Browser browser = new Browser();
        browser.open("/session/login?return=/session&ui_locales=" + user);
        return browser;
    }

    public String origin() {
        return origin;
    }

    /** Follows an address, redirects included, to the first answer that is none. */
    public HttpResponse<String> open(String address) {
        HttpResponse<String> answer = get(address);
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            answer = get(answer.headers().firstValue("Location").orElseThrow());
        }
        return answer;
    }

    /** One request, one answer. */
    public HttpResponse<String> get(String address) {
        return send("GET", address, Map.of());
    }

    /** One request as a page of ours would make it. */
    public HttpResponse<String> post(String address) {
        return send("POST", address, Map.of("Origin", origin, "Sec-Fetch-Site", "same-origin"));
    }

    /** One request with exactly these headers beside the cookies. */
    public HttpResponse<String> send(String method, String address, Map<String, String> headers) {
        URI uri = URI.create(origin).resolve(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody());
        boolean ours = uri.toString().startsWith(origin);
        if (ours && !cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (ours) {
                remember(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void remember(HttpResponse<String> answer) {
        for (String line : answer.headers().allValues("Set-Cookie")) {
            cookiesAsSet.add(line);
            HttpCookie cookie = HttpCookie.parse(line).getFirst();
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    public synchronized String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Names of the cookies that the browser holds now. */
    public List<String> cookieNames() {
        return List.copyOf(cookies.keySet());
    }

    /** Every Set-Cookie line that came, oldest first. */
    public List<String> cookiesAsSet() {
        return List.copyOf(cookiesAsSet);
    }
}
