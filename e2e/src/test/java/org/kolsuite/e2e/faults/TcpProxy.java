package org.kolsuite.e2e.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kolsuite.localstack.Ports;

/**
 * Stands between services and a server of this machine, and can be a bad line: it cuts, it delays, it says nothing. Each byte that it
 * passes on is the server's or the client's own.
 */
final class TcpProxy implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;
    private volatile Duration delay = Duration.ZERO;

    private TcpProxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    /** Listens on a free port of this machine, and leads to another. */
    static TcpProxy to(int target) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 256);
            TcpProxy proxy = new TcpProxy(listening, target);
            Thread.ofVirtual().name("proxy-to-" + target).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Every connection ends now, and no other comes through. */
    void cut() {
        cut = true;
        closeAll();
    }

    /** Every chunk takes so much longer. */
    void delay(Duration by) {
        delay = by;
    }

    /** Nothing comes through, and nobody is told: as when a router between has died. */
    void silence() {
        silent = true;
    }

    /** A good line again. What was held back comes through now. */
    void mend() {
        cut = false;
        silent = false;
        delay = Duration.ZERO;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeAll();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        if (cut) {
            close(client);
            return;
        }
        Socket server = new Socket();
        try {
            waitWhileSilent();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            if (cut) {
                closeBoth(client, server);
                return;
            }
            Thread.ofVirtual().start(() -> pump(server, client));
            pump(client, server);
        } catch (IOException unreachable) {
            closeBoth(client, server);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                waitWhileSilent();
                pause(delay);
                out.write(chunk, 0, read);
            }
        } catch (IOException ended) {
            // The other direction ends with this one.
        } finally {
            closeBoth(from, to);
        }
    }

    private void waitWhileSilent() {
        while (silent) {
            pause(Duration.ofMillis(20));
        }
    }

    private static void pause(Duration time) {
        if (time.isPositive()) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void closeAll() {
        open.forEach(this::close);
    }

    private void closeBoth(Socket one, Socket another) {
        close(one);
        close(another);
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
