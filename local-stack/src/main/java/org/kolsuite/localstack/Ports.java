package org.kolsuite.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback address. */
public final class Ports {
    private static final int LOWEST = 20_000;
    /** Linux gives outgoing connections ports from 32,768 upwards; a suite takes ten in a row. */
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /** A port that nobody listens on now. */
    public static int free() {
        return free(1).getFirst();
    }

    /**
     * So many different ports that nobody listens on now. They lie below those that systems give to outgoing connections: one of
     * these may be taken by a client between choosing it and listening on it.
     */
    public static List<Integer> free(int count) {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .distinct()
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Refuses early and by name, where the part itself would fail late and in its log. */
    static void requireFree(String part, int port) {
        if (!isFree(port)) {
            throw new StartFailed(part, "port " + port + " is taken by another program");
        }
    }
}
