package org.kolsuite.gateway.surroundings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** Bytes on the wire, where every client library would tidy up what the test is about. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 10_000;

    private RawHttp() {}

    /** Sends the text and reads until the server closes. Lines may end with a plain newline. */
    public static String exchange(String request) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(request.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a GET of exactly this target. */
    public static String get(String target, String... headers) {
        return exchange("GET " + target + " HTTP/1.1\nHost: localhost\nConnection: close\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(headers)
                                .map(header -> header + "\n")
                                .toList()) + "\n");
    }

    public static int statusOf(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
