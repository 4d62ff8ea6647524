package dev.baton.local.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One call of a function that is a server.
 *
 * @param event a request in payload format 2.0
 * @param requestId what Lambda calls it
 * @param time when it began; its deadline is the function's timeout later
 */
public record Invocation(JsonNode event, String requestId, Instant time) {}
