package dev.baton.local.graph.webhook;

/** The array of a webhook entry in which an item travels. */
public enum Channel {
  MESSAGING("messaging"),
  STANDBY("standby"),
  MESSAGING_HANDOVERS("messaging_handovers");

  private final String member;

  Channel(String member) {
    this.member = member;
  }

  /** Name of the array on the wire. */
  public String member() {
    return member;
  }
}
