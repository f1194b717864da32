package org.kolsuite.platform.file;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * A file as pieces that are numbered from 0, the way it is stored: several large files may come and go at once, and none is ever held
 * whole.
 */
public final class FilePieces {
    /** Length of every piece but the last, which may be shorter. */
    public static final int BYTES = 1 << 20;

    private FilePieces() {}

    /**
     * SHA-256 of the content, by which the same file is known again; lower-case hexadecimal. Blocking.
     *
     * @throws UncheckedIOException when the file can't be read
     */
    public static String sha256(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Hands over the pieces of a file, each after the one before was taken; none of an empty file. */
    public static Uni<Void> each(Path file, BiFunction<Integer, byte[], Uni<?>> taker) {
        return OffLoop.run(() -> Files.newInputStream(file))
                .chain(content -> Multi.createBy()
                        .repeating()
                        .uni(
                                AtomicInteger::new,
                                number -> OffLoop.run(() -> content.readNBytes(BYTES))
                                        .call(piece -> piece.length == 0
                                                ? Uni.createFrom().voidItem()
                                                : taker.apply(number.getAndIncrement(), piece)))
                        .whilst(piece -> piece.length == BYTES)
                        .collect()
                        .last()
                        .eventually(() -> OffLoop.run(() -> closed(content))))
                .replaceWithVoid();
    }

    /**
     * Puts a file together again, in a temporary one that whoever asks for it deletes.
     *
     * @param pieces the piece of a number, none after the last
     */
    public static Uni<Path> together(IntFunction<Uni<Optional<byte[]>>> pieces) {
        return OffLoop.run(() -> Files.createTempFile(WorkFolder.path(), "upload", ".pieces"))
                .call(file -> OffLoop.run(() -> Files.newOutputStream(file))
                        .chain(content -> Multi.createBy()
                                .repeating()
                                .uni(
                                        AtomicInteger::new,
                                        number -> pieces.apply(number.getAndIncrement())
                                                .call(piece -> OffLoop.run(() -> written(content, piece))))
                                .whilst(Optional::isPresent)
                                .collect()
                                .last()
                                .eventually(() -> OffLoop.run(() -> closed(content))))
                        .onFailure()
                        .call(() -> OffLoop.run(() -> Files.deleteIfExists(file))));
    }

    private static boolean written(OutputStream content, Optional<byte[]> piece) throws IOException {
        if (piece.isPresent()) {
            content.write(piece.get());
        }
        return true;
    }

    private static boolean closed(Closeable content) throws IOException {
        content.close();
        return true;
    }
}
