package dev.baton.agent.core.frame;

import dev.baton.core.json.JsonObject;

/** Collects unnamed frames of Server-Sent Events, one JSON value each. */
final class Frames {
  private final StringBuilder text = new StringBuilder();

  Frames add(JsonObject json) {
    return addText(json.write());
  }

  Frames addText(String data) {
    text.append("data: ").append(data).append("\n\n");
    return this;
  }

  /** What was collected, which is then forgotten. */
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }
}
