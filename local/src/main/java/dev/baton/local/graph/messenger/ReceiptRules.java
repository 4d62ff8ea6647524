package dev.baton.local.graph.messenger;

import java.time.Duration;

/**
 * What becomes of delivery and read receipts.
 *
 * @param delivered whether delivery receipts are sent at all
 * @param read whether read receipts are sent at all
 * @param delay after the echo would have gone
 * @param drop probability that a receipt never comes
 * @param duplicate probability that it comes twice
 */
public record ReceiptRules(
    boolean delivered, boolean read, Duration delay, double drop, double duplicate) {

  public static final ReceiptRules PROMPT = new ReceiptRules(true, true, Duration.ZERO, 0, 0);
}
