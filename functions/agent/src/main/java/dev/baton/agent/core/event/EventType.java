package dev.baton.agent.core.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of logged events. Source: streaming specification, section 3.1. */
public enum EventType {
  /** A run was committed. */
  RUN_STARTED('S'),
  /** The model began to answer. */
  TURN_STARTED('B'),
  /** A piece of the model's thinking. */
  THINKING('H'),
  /** A piece of the model's text. */
  TOKEN('T'),
  /** A piece of the arguments of a call. */
  TOOL_CALL_DELTA('D'),
  /** A call with its arguments. */
  TOOL_CALL('C'),
  /** A call waits for a person. */
  APPROVAL_REQUIRED('A'),
  /** A person, or the time, answered. */
  APPROVAL_RESOLVED('V'),
  /** A call ended, well or badly. */
  TOOL_RESULT('R'),
  /** All results of a turn are in. */
  TURN_FINISHED('F'),
  /** A call of the model failed before anything was visible, and is repeated. */
  RETRYING('K'),
  /** Everything since the turn's start is void. */
  WITHDRAWN('W'),
  /** Another worker goes on. */
  RUN_RESUMED('G'),
  /** The run ended well. */
  DONE('d'),
  /** The run ended badly. */
  ERROR('x'),
  /** The run was called off. */
  CANCELLED('c');

  private static final Map<String, EventType> BY_NAME = new HashMap<>();

  static {
    for (EventType type : values()) {
      BY_NAME.put(type.wireName(), type);
    }
  }

  private final char letter;
  private final String wireName;

  EventType(char letter) {
    this.letter = letter;
    this.wireName = name().toLowerCase(Locale.ROOT);
  }

  /** The type of that name on the wire, or null. */
  public static @Nullable EventType of(String wireName) {
    return BY_NAME.get(wireName);
  }

  /** The name on the wire, such as {@code tool_call}. */
  public String wireName() {
    return wireName;
  }

  /** The letter by which the grammar of logs knows it. */
  public char letter() {
    return letter;
  }

  /** Whether nothing of its run comes after it. */
  public boolean isTerminal() {
    return this == DONE || this == ERROR || this == CANCELLED;
  }

  /** Whether a viewer of the turn sees something of the model's answer by it. */
  public boolean isVisible() {
    return this == THINKING || this == TOKEN || this == TOOL_CALL_DELTA || this == TOOL_CALL;
  }
}
