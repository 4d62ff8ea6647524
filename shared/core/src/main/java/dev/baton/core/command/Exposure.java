package dev.baton.core.command;

import dev.baton.core.json.JsonObject;

/**
 * On which surfaces a command is listed and callable; {@code POST /commands/{name}} is governed by
 * scopes alone.
 *
 * @param palette consoles and socket actions
 * @param agent tools of agent runs
 * @param mcp the tool protocols: {@code /message} and {@code /mcp}
 * @param cli {@code /rpc}, {@code /batch} and {@code /stream}
 */
public record Exposure(boolean palette, boolean agent, boolean mcp, boolean cli) {

  /** Listed and callable everywhere. */
  public static final Exposure EVERYWHERE = new Exposure(true, true, true, true);

  /** A surface. */
  public enum Surface {
    /** Consoles and socket actions. */
    PALETTE,
    /** Tools of agent runs. */
    AGENT,
    /** {@code /message} and {@code /mcp}. */
    MCP,
    /** {@code /rpc}, {@code /batch} and {@code /stream}. */
    CLI
  }

  /** Whether the command is on that surface. */
  public boolean on(Surface surface) {
    return switch (surface) {
      case PALETTE -> palette;
      case AGENT -> agent;
      case MCP -> mcp;
      case CLI -> cli;
    };
  }

  /** Whether this is on every surface on which the other is. */
  public boolean covers(Exposure other) {
    for (Surface surface : Surface.values()) {
      if (other.on(surface) && !on(surface)) {
        return false;
      }
    }
    return true;
  }

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("palette", palette)
        .put("agent", agent)
        .put("mcp", mcp)
        .put("cli", cli)
        .build();
  }
}
