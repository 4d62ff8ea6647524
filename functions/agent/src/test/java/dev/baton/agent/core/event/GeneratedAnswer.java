package dev.baton.agent.core.event;

import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the model says in one attempt of a turn, by chance: blocks one after the other. */
final class GeneratedAnswer {
  private final SplittableRandom random;
  private final LogMaker log;
  private final String message;
  private final List<Call> open = new ArrayList<>();
  private int number;

  /**
   * A call that wants a result.
   *
   * @param id its id
   * @param name its tool
   * @param args its arguments
   */
  record Call(String id, String name, JsonObject args) {}

  GeneratedAnswer(SplittableRandom random, LogMaker log, String message, int number) {
    this.random = random;
    this.log = log;
    this.message = message;
    this.number = number;
  }

  List<Call> open() {
    return open;
  }

  /** Says it; whether it is whole. One that is cut ends anywhere, in the middle of a call too. */
  boolean make(boolean cut) {
    int blocks = random.nextInt(cut ? 0 : 1, 5);
    for (int index = 0; index < blocks; index++) {
      boolean breaks = cut && index == blocks - 1;
      switch (random.nextInt(3)) {
        case 0 -> thinking(index);
        case 1 -> text(index);
        default -> call(index, breaks);
      }
    }
    return !cut;
  }

  private void thinking(int index) {
    for (int pieces = random.nextInt(1, 4); pieces > 0; pieces--) {
      log.add(TurnEvents.thinking(GeneratedText.piece(random), message, index));
    }
  }

  private void text(int index) {
    for (int pieces = random.nextInt(1, 4); pieces > 0; pieces--) {
      log.add(TurnEvents.token(GeneratedText.piece(random), message, index));
    }
  }

  private void call(int index, boolean cut) {
    String id = "toolu_" + message + "_" + number++;
    JsonObject args = GeneratedText.args(random);
    boolean streamed = cut || random.nextInt(10) > 0;
    if (streamed) {
      pieces(id, index, args.members().isEmpty() ? "" : args.write(), cut);
    }
    if (!cut) {
      boolean invalid = !streamed && random.nextInt(4) == 0;
      JsonObject given = invalid ? JsonObject.builder().put("_raw", "{\"a\":").build() : args;
      log.add(TurnEvents.toolCall(id, "chat-poll", given, invalid, message, index));
      open.add(new Call(id, "chat-poll", given));
    }
  }

  private void pieces(String id, int index, String args, boolean cut) {
    log.add(TurnEvents.toolCallDelta(id, "chat-poll", "", message, index));
    int end = cut ? random.nextInt(args.length() + 1) : args.length();
    for (int from = 0; from < end; ) {
      int to = whole(args, Math.min(end, from + random.nextInt(1, 20)));
      log.add(TurnEvents.toolCallDelta(id, "chat-poll", args.substring(from, to), message, index));
      from = to;
    }
  }

  private static int whole(String text, int end) {
    boolean splits = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return splits ? end + 1 : end;
  }
}
