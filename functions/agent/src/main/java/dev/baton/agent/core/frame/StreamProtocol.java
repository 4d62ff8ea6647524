package dev.baton.agent.core.frame;

import org.jspecify.annotations.Nullable;

/** What a viewer speaks. Source: streaming specification, section 4. */
public enum StreamProtocol {
  /** The log itself as Server-Sent Events. */
  NATIVE("native"),
  /** The UI message stream of the AI SDK, version 1. */
  AI_SDK("ai-sdk"),
  /** The events of AG-UI, version 1. */
  AG_UI("ag-ui");

  private final String wireName;

  StreamProtocol(String wireName) {
    this.wireName = wireName;
  }

  /** The protocol of that name, or null. */
  public static @Nullable StreamProtocol of(String wireName) {
    for (StreamProtocol protocol : values()) {
      if (protocol.wireName.equals(wireName)) {
        return protocol;
      }
    }
    return null;
  }

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }

  /** Whether a viewer gets the run from its first event, wherever it was before. */
  public boolean replays() {
    return this != NATIVE;
  }
}
