package org.kolsuite.payment.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.kolsuite.payment.payee.model.AccountNumber;
import org.kolsuite.platform.crypto.FieldCipher;

/** Encrypts what banks and payees must keep private, and makes accounts comparable without decrypting them. */
@ApplicationScoped
public class BankSecrets {
    @Inject
    FieldCipher cipher;

    @ConfigProperty(name = "kol.payment.fingerprint-key")
    String fingerprintKey;

    public String encrypt(String plain) {
        return cipher.encrypt(plain);
    }

    public @Nullable String encryptOrNull(@Nullable String plain) {
        return plain == null ? null : cipher.encrypt(plain);
    }

    public String decrypt(String stored) {
        return cipher.decrypt(stored);
    }

    public @Nullable String decryptOrNull(@Nullable String stored) {
        return stored == null ? null : cipher.decrypt(stored);
    }

    /** HMAC-SHA-256 of the account: equal accounts have equal fingerprints, and nobody without the key can try numbers. */
    public String fingerprint(AccountNumber account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(fingerprintKey), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(account.value().getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
