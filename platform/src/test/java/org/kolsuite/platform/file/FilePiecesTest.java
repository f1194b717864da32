package org.kolsuite.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePiecesTest {
    private final Vertx vertx = Vertx.vertx();
    private final Map<Integer, byte[]> kept = new HashMap<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1048575, 1", "1048576, 1", "1048577, 2", "3000000, 3"})
    void aFileIsPutTogetherFromItsPieces(int bytes, int pieces) throws IOException {
        Path file = file(bytes);

        inContext(() -> FilePieces.each(file, this::keep));
        Path again = inContext(() -> FilePieces.together(this::kept));

        assertThat(kept).hasSize(pieces);
        assertThat(kept.values()).allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(FilePieces.BYTES));
        assertThat(again).hasSameBinaryContentAs(file);
        Files.delete(again);
    }

    @Test
    void whatCannotBeKeptEndsThere() throws IOException {
        Path file = file(3 * FilePieces.BYTES);

        assertThatThrownBy(() -> inContext(() -> FilePieces.each(
                        file,
                        (number, piece) -> number == 1
                                ? Uni.createFrom().failure(new IllegalStateException("full"))
                                : keep(number, piece))))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("full");

        assertThat(kept).containsOnlyKeys(0);
    }

    @Test
    void theFingerprintIsTheOneEverybodyComputes() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(FilePieces.sha256(file))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private Path file(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(folder.resolve("file"), content);
    }

    private Uni<Void> keep(int number, byte[] piece) {
        kept.put(number, piece);
        return Uni.createFrom().voidItem();
    }

    private Uni<Optional<byte[]>> kept(int number) {
        return Uni.createFrom().item(Optional.ofNullable(kept.get(number)));
    }

    private <T> T inContext(Supplier<Uni<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(here -> work.get().subscribe().with(done::complete, done::completeExceptionally));
        return done.join();
    }
}
