package dev.baton.agent.core.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.EventType;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gathers pieces of a block into fewer events before they get their numbers: the first piece of a
 * block goes at once, then pieces wait until the oldest has waited long enough or they are many
 * enough; any other event takes what waits along, in order. Not thread-safe. Source: streaming
 * specification, section 8.
 */
public final class Coalescer {
  private final long longestWaitMs;
  private final int mostBytes;
  private final StringBuilder text = new StringBuilder();
  private @Nullable AgentEvent first;
  private @Nullable Json block;
  private @Nullable Json message;
  private int bytes;
  private long since;

  /**
   * @param longestWaitMs milliseconds that a piece waits at most
   * @param mostBytes bytes of text that wait at most
   */
  public Coalescer(long longestWaitMs, int mostBytes) {
    this.longestWaitMs = longestWaitMs;
    this.mostBytes = mostBytes;
  }

  /**
   * Takes an event.
   *
   * @param now milliseconds
   * @return what is to be appended now, in order
   */
  public List<AgentEvent> offer(AgentEvent event, long now) {
    if (field(event) == null) {
      List<AgentEvent> all = new ArrayList<>(flush());
      all.add(event);
      return all;
    }
    if (!isOfBlock(event)) {
      List<AgentEvent> all = new ArrayList<>(flush());
      block = event.payload().get("index");
      message = event.payload().get("message_id");
      all.add(event);
      return all;
    }
    if (first != null && first.type() != event.type()) {
      List<AgentEvent> all = flush();
      gather(event, now);
      return all;
    }
    gather(event, now);
    return bytes >= mostBytes ? flush() : List.of();
  }

  /** What waits, however short. */
  public List<AgentEvent> flush() {
    AgentEvent oldest = first;
    if (oldest == null) {
      return List.of();
    }
    AgentEvent whole = with(oldest, text.toString());
    first = null;
    text.setLength(0);
    bytes = 0;
    return List.of(whole);
  }

  /** What has waited long enough. */
  public List<AgentEvent> due(long now) {
    return first != null && now - since >= longestWaitMs ? flush() : List.of();
  }

  /** Milliseconds until something is due; null when nothing waits. */
  public @Nullable Long waitMs(long now) {
    return first == null ? null : Long.valueOf(Math.max(0, since + longestWaitMs - now));
  }

  private void gather(AgentEvent event, long now) {
    if (first == null) {
      first = event;
      since = now;
    }
    String piece = Objects.requireNonNull(event.payload().text(fieldOf(event)));
    text.append(piece);
    bytes += piece.getBytes(UTF_8).length;
  }

  private boolean isOfBlock(AgentEvent event) {
    return Objects.equals(event.payload().get("index"), block)
        && Objects.equals(event.payload().get("message_id"), message);
  }

  private static AgentEvent with(AgentEvent event, String whole) {
    String field = fieldOf(event);
    JsonObject.Builder payload = JsonObject.builder();
    event
        .payload()
        .members()
        .forEach(member ->
            payload.put(
                member.name(), member.name().equals(field) ? Json.of(whole) : member.value()));
    return new AgentEvent(event.type(), payload.build());
  }

  private static String fieldOf(AgentEvent event) {
    return Objects.requireNonNull(field(event));
  }

  /** The member that can be gathered; null for events that stand alone. */
  private static @Nullable String field(AgentEvent event) {
    EventType type = event.type();
    if (type == EventType.TOKEN || type == EventType.THINKING) {
      return "text";
    }
    return type == EventType.TOOL_CALL_DELTA ? "partial" : null;
  }
}
