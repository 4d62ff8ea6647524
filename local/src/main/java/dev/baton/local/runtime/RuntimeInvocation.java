package dev.baton.local.runtime;

import java.time.Duration;

/**
 * One invocation as a runtime fetches it.
 *
 * @param requestId what Lambda calls it
 * @param functionArn the function that is invoked
 * @param timeout its deadline is as much later than its fetching
 * @param event what the function is given; JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record RuntimeInvocation(
    String requestId, String functionArn, Duration timeout, byte[] event) {}
