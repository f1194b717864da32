package org.kolsuite.payment.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the file of a form, not larger than allowed. */
@ApplicationScoped
public class UploadedFile {
    @ConfigProperty(name = "kol.payment.upload.most-bytes")
    long mostBytes;

    /** @throws UploadRejection when it is missing, empty or too large */
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
