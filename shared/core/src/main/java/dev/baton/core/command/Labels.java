package dev.baton.core.command;

/**
 * What the tags of a command say beyond what follows from its other fields. Handoff tags cannot be
 * written at all: they are derived.
 *
 * @param action what the command does to things
 * @param batch whether it is about many things at once
 * @param agentFriendly whether it is meant for agents that call it again and again
 */
public record Labels(Action action, boolean batch, boolean agentFriendly) {

  /** What a command does to things. */
  public enum Action {
    /** Makes one. */
    CREATE("create"),
    /** Looks at one. */
    READ("read"),
    /** Changes one. */
    UPDATE("update"),
    /** Removes one. */
    DELETE("delete"),
    /** Looks at many. */
    LIST("list");

    private final String word;

    Action(String word) {
      this.word = word;
    }

    /** The tag. */
    public String word() {
      return word;
    }
  }

  /** Labels of a command about one thing. */
  public static Labels single(Action action) {
    return new Labels(action, false, false);
  }

  /** Labels of a command about many things. */
  public static Labels batch(Action action) {
    return new Labels(action, true, false);
  }

  /** The same labels of a command for agents. */
  public Labels forAgents() {
    return new Labels(action, batch, true);
  }
}
