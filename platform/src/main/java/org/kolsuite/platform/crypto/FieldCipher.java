package org.kolsuite.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts single fields at rest with AES-256-GCM. A stored value reads {@code <key id>:<base64 of nonce and text>}, so
 * that keys can be rotated: new values use the current key, old ones name theirs.
 */
@ApplicationScoped
public class FieldCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new TreeMap<>();
    private final String currentKeyId;

    /** @param keyList {@code id=base64,id=base64}, each key of 32 bytes; the first is the current one */
    public FieldCipher(@ConfigProperty(name = "kol.encryption.keys") String keyList) {
        String first = "";
        for (String entry : keyList.split(",", -1)) {
            int equals = entry.indexOf('=');
            byte[] key = Base64.getDecoder().decode(entry.substring(equals + 1).trim());
            if (equals < 1 || key.length != 32) {
                throw new IllegalStateException("kol.encryption.keys must be id=base64 of 32 bytes");
            }
            String id = entry.substring(0, equals).trim();
            keys.put(id, new SecretKeySpec(key, "AES"));
            first = first.isEmpty() ? id : first;
        }
        currentKeyId = first;
    }

    public String encrypt(String plain) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, keys.get(currentKeyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(currentKeyId.getBytes(UTF_8));
            byte[] sealed = cipher.doFinal(plain.getBytes(UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return currentKeyId + ":" + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a field could not be encrypted", failure);
        }
    }

    public String decrypt(String stored) {
        int colon = stored.indexOf(':');
        String keyId = stored.substring(0, colon);
        byte[] both = Base64.getDecoder().decode(stored.substring(colon + 1));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, keys.get(keyId), new GCMParameterSpec(TAG_BITS, both, 0, NONCE_BYTES));
            cipher.updateAAD(keyId.getBytes(UTF_8));
            return new String(cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES), UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a field of key " + keyId + " could not be decrypted", failure);
        }
    }
}
