package dev.baton.core.result;

import dev.baton.core.json.JsonObject;

/**
 * The exact call that takes a success back.
 *
 * @param command the command to call
 * @param input its input
 */
public record Undo(String command, JsonObject input) {}
