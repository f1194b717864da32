package org.kolsuite.payment.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.kolsuite.payment.secret.BankSecrets;

/** Compresses and encrypts a piece of an original for keeping, and gives it back as it was. Blocking. */
@ApplicationScoped
public class FileVault {
    @Inject
    BankSecrets secrets;

    public String seal(byte[] piece) {
        return secrets.encrypt(pack(piece));
    }

    public byte[] open(String cipher) {
        return unpack(secrets.decrypt(cipher));
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
