package org.kolsuite.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kolsuite.launcher.SignIns;

/**
 * A person of the demo in a browser: signs in by the code flow through the gateway and Keycloak's real page, and then has nothing but
 * the session's cookies.
 */
public final class Person extends Caller {
    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final int MOST_STEPS = 12;
    private static final Map<String, Person> SIGNED_IN = new ConcurrentHashMap<>();

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Cookies cookies;
    private final String gateway;

    private Person(Cookies cookies, String gateway) {
        this.cookies = cookies;
        this.gateway = gateway;
    }

    /** The same session for everybody who asks in this build. */
    public static Person named(String username) {
        return SIGNED_IN.computeIfAbsent(username, Person::signIn);
    }

    /** A session of its own. */
    public static Person signIn(String username) {
        SignIns.Person known = SignIns.ofTheRealm().people().stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow();
        Person person = new Person(new Cookies(), RunningSuite.address());
        HttpResponse<String> page =
                person.follow(URI.create(RunningSuite.address() + "/session/login?return=/session"));
        Matcher form = LOGIN_FORM.matcher(page.body());
        assertThat(form.find())
                .as("Keycloak's sign-in page at %s: %s", page.uri(), page.body())
                .isTrue();
        String fields = "username=" + encoded(known.username()) + "&password=" + encoded(known.password());
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        HttpResponse<String> signedIn = person.follow(person.submit(action, fields));
        assertThat(signedIn.statusCode())
                .as("after signing in: %s", signedIn.body())
                .isEqualTo(200);
        return person;
    }

    /** The same person with the same session, at another replica of the gateway. */
    public Person at(String otherGateway) {
        return new Person(cookies, otherGateway);
    }

    @Override
    protected String gateway() {
        return gateway;
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of(
                "Cookie",
                cookies.headerFor(URI.create(RunningSuite.address() + "/")),
                "Origin",
                gateway,
                "Sec-Fetch-Site",
                "same-origin");
    }

    /** The gateway renews a session's cookies with any answer. */
    @Override
    protected void keep(HttpResponse<?> answer) {
        cookies.keep(answer);
    }

    private HttpResponse<String> follow(URI address) {
        return follow(sent(HttpRequest.newBuilder(address).GET(), address));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = sent(HttpRequest.newBuilder(next).GET(), next);
        }
        return answer;
    }

    private HttpResponse<String> submit(URI action, String fields) {
        return sent(
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields)),
                action);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request, URI address) {
        String held = cookies.headerFor(address);
        if (!held.isEmpty()) {
            request.header("Cookie", held);
        }
        try {
            HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
            cookies.keep(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
