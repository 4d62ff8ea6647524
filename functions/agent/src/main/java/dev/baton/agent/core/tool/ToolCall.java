package dev.baton.agent.core.tool;

import dev.baton.core.json.JsonObject;

/**
 * A call that a model made.
 *
 * @param id the model's id of it
 * @param name the command
 * @param args its arguments; of invalid ones an object with their text under {@code _raw}
 * @param invalid whether the arguments are no object, or too many
 */
public record ToolCall(String id, String name, JsonObject args, boolean invalid) {}
