package org.kolsuite.payment.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.kolsuite.payment.secret.BankSecrets;

/** Compresses and encrypts an original for keeping, and gives it back as it was. Blocking. */
@ApplicationScoped
public class FileVault {
    @Inject
    BankSecrets secrets;

    /**
     * A file ready to be kept.
     *
     * @param sha256 of the content, by which the same file is known again
     */
    public record Sealed(String sha256, long sizeBytes, String cipher) {}

    public Sealed seal(byte[] content) {
        return new Sealed(sha256(content), content.length, secrets.encrypt(pack(content)));
    }

    public byte[] open(String cipher) {
        return unpack(secrets.decrypt(cipher));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String pack(byte[] content) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(content);
            }
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] unpack(String packed) {
        try (GZIPInputStream zip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return zip.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
