package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One step of a pipeline.
 *
 * @param index its position in the request
 * @param command the command it calls
 * @param input the command's input, with references in it
 * @param alias what later steps may call it; null for nothing
 * @param condition when it runs; null for always
 * @param idempotencyKey the key under which the call is made once; null for none
 */
public record PipelineStep(
    int index,
    String command,
    Json input,
    @Nullable String alias,
    @Nullable Condition condition,
    @Nullable String idempotencyKey) {}
