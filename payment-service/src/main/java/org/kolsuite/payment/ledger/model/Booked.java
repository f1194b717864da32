package org.kolsuite.payment.ledger.model;

import java.time.Instant;

/** A booking with its place in the chain, and when and by whom it was recorded. */
public record Booked(Transaction transaction, long sequence, String hash, Instant recordedAt, String recordedBy) {}
