package org.kolsuite.payment.statement.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Gives every line of one statement a key that is the same when the file comes again. The key is made of what the bank says
 * about the line, not of its place in the file; lines that say exactly the same are told apart by counting.
 */
public final class LineKeys {
    private final Map<String, Integer> seen = new HashMap<>();

    /** @param repeated whether an earlier line of the statement said exactly the same */
    public record Key(String value, boolean repeated) {}

    public Key of(StatementLine line) {
        String content = String.join(
                "\u001f",
                line.direction().name(),
                line.amount().toString(),
                String.valueOf(line.bookedOn()),
                String.valueOf(line.endToEndId()),
                String.valueOf(line.bankReference()),
                String.valueOf(line.counterparty()),
                line.counterpartyAccount() == null
                        ? ""
                        : line.counterpartyAccount().value(),
                String.valueOf(line.text()));
        String hash = sha256(content);
        int count = seen.merge(hash, 1, Integer::sum);
        return new Key(hash + "-" + count, count > 1);
    }

    private static String sha256(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
