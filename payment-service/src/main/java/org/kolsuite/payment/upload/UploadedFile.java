package org.kolsuite.payment.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kolsuite.platform.file.FilePieces;

/** Looks at the file of a form: it is there, not empty and not larger than allowed. */
@ApplicationScoped
public class UploadedFile {
    @ConfigProperty(name = "kol.payment.upload.most-bytes")
    long mostBytes;

    @Inject
    Vertx vertx;

    /**
     * A file that can be taken; it is there for as long as its request.
     *
     * @param sha256 of the content, by which the same file is known again
     */
    public record Taken(Path path, String sha256, long sizeBytes) {}

    /** @throws UploadRejection when it is missing, empty or too large */
    public Uni<Taken> take(@Nullable Path file) {
        return vertx.executeBlocking(() -> taken(file), false);
    }

    /**
     * The file, with the same refusals. Blocking.
     *
     * @throws UploadRejection when it is missing, empty or too large
     */
    public Path check(@Nullable Path file) {
        if (file == null) {
            throw new UploadRejection.FileMissing();
        }
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new UploadRejection.FileEmpty();
            }
            if (size > mostBytes) {
                throw new UploadRejection.FileAboveLimit(size, mostBytes);
            }
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Taken taken(@Nullable Path file) {
        Path checked = check(file);
        try {
            return new Taken(checked, FilePieces.sha256(checked), Files.size(checked));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
