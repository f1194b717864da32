package org.kolsuite.payment.ledger.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ties every transaction to the one before it: {@code hash = SHA-256(previous hash, sequence, every field, every entry)}. A
 * row that is changed, removed or slipped in behind the application's back no longer fits, and verification names it
 * (CASES M25). Each field is written with its length in front, so that no two transactions read the same.
 */
public final class HashChain {
    /** What the first transaction of an organisation follows on. */
    public static final String GENESIS = "0".repeat(64);

    private HashChain() {}

    public static String link(String previousHash, long sequence, Transaction transaction) {
        MessageDigest digest = sha256();
        field(digest, previousHash);
        field(digest, Long.toString(sequence));
        field(digest, transaction.id().toString());
        field(digest, transaction.kind());
        field(digest, transaction.bookedOn().toString());
        field(digest, Long.toString(transaction.happenedAt().toEpochMilli()));
        field(digest, String.valueOf(transaction.subject()));
        field(digest, transaction.memo());
        field(digest, String.valueOf(transaction.reverses()));
        for (Entry entry : transaction.entries()) {
            field(digest, entry.account());
            field(digest, entry.side().name());
            field(digest, Long.toString(entry.amount().amountMinor()));
            field(digest, entry.amount().currency());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void field(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
