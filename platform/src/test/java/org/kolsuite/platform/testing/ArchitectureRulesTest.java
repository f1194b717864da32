package org.kolsuite.platform.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that lets its offenders pass is none: each way to call somebody is found. */
class ArchitectureRulesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                PlainSocket.class,
                PlainChannel.class,
                PlainAddress.class,
                VertxSocket.class,
                VertxHttp.class,
                MutinySocket.class,
                MutinyHttp.class
            })
    void s13_whoOpensAConnectionIsFound(Class<?> offender) {
        var code = new ClassFileImporter().importClasses(offender);
        assertThatThrownBy(() -> ArchitectureRules.CALLS_NOBODY.check(code)).isInstanceOf(AssertionError.class);
    }

    static final class PlainSocket {
        Socket open(String host) throws IOException {
            return new Socket(host, 80);
        }
    }

    static final class PlainChannel {
        void open() throws IOException {
            SocketChannel.open().close();
        }
    }

    static final class PlainAddress {
        void open(URI address) throws IOException {
            address.toURL().openStream().close();
        }
    }

    static final class VertxSocket {
        NetClient open(Vertx vertx) {
            return vertx.createNetClient();
        }
    }

    static final class VertxHttp {
        void open(Vertx vertx) {
            vertx.createHttpClient().close();
        }
    }

    static final class MutinySocket {
        void open(io.vertx.mutiny.core.Vertx vertx) {
            vertx.createNetClient().closeAndForget();
        }
    }

    static final class MutinyHttp {
        void open(io.vertx.mutiny.core.Vertx vertx) {
            vertx.createHttpClient().closeAndForget();
        }
    }
}
