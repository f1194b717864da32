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

/** Reads the file of a form, not larger than allowed, and packs it; on a worker, because both take their time. */
@ApplicationScoped
public class UploadedFile {
    @ConfigProperty(name = "kol.payment.upload.most-bytes")
    long mostBytes;

    @Inject
    Vertx vertx;

    @Inject
    FileVault vault;

    /** @throws UploadRejection when it is missing, empty or too large */
    public Uni<FileVault.Sealed> seal(@Nullable Path file) {
        return vertx.executeBlocking(() -> vault.seal(read(file)), false);
    }

    /** As it stands. Blocking. */
    public byte[] read(@Nullable Path file) {
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
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
