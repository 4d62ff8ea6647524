package dev.baton.local.model.script;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.model.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prepared replies, one for each request, and what comes after the last. Thread-safe. */
public final class Script {

  /** What comes after the last reply. */
  public enum Then {
    /** The request is refused, which no test overlooks. */
    REFUSE,
    /** The last reply again. */
    REPEAT,
    /** The conversation that needs no script. */
    DEMO
  }

  private final List<Reply> replies;
  private final Then then;
  private int next;

  private Script(List<Reply> replies, Then then) {
    this.replies = List.copyOf(replies);
    this.then = then;
  }

  /**
   * Reads {@code {"replies": […], "then": "refuse" | "repeat" | "demo"}}.
   *
   * @throws ScriptError when it is anything else
   */
  public static Script read(@Nullable JsonNode tree) {
    Members members = Members.of("script", tree);
    List<Reply> replies = new ArrayList<>();
    members.elements("replies").forEach(element -> replies.addAll(ReplyReader.read(element)));
    Then then =
        switch (members.text("then").orElse("refuse")) {
          case "refuse" -> Then.REFUSE;
          case "repeat" -> Then.REPEAT;
          case "demo" -> Then.DEMO;
          default -> throw ScriptError.bad("then", "refuse, repeat or demo");
        };
    members.done();
    return new Script(replies, then);
  }

  /** The reply of the next request; empty after the last one. */
  public synchronized Optional<Reply> next() {
    boolean over = next >= replies.size();
    if (over && (then != Then.REPEAT || replies.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(over ? replies.getLast() : replies.get(next++));
  }

  /** What comes after the last reply. */
  public Then then() {
    return then;
  }

  /** How many replies are left. */
  public synchronized int left() {
    return replies.size() - next;
  }
}
