package dev.baton.local.model;

import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.RawContentBlockDelta;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client of the SDK heard of one stream.
 *
 * @param events up to the end or the failure
 * @param message what the SDK's accumulator made of them, null when it did not end
 * @param failure what ended the stream, null when it ended by itself
 */
record Heard(
    List<RawMessageStreamEvent> events,
    @Nullable Message message,
    @Nullable RuntimeException failure) {

  /** Listens to the end; the caller closes the stream. */
  static Heard from(StreamResponse<RawMessageStreamEvent> stream) {
    List<RawMessageStreamEvent> events = new ArrayList<>();
    try {
      stream.stream().forEach(events::add);
      return new Heard(List.copyOf(events), null, null).accumulated();
    } catch (RuntimeException failure) {
      return new Heard(List.copyOf(events), null, failure);
    }
  }

  private Heard accumulated() {
    MessageAccumulator accumulator = MessageAccumulator.create();
    try {
      events.forEach(accumulator::accumulate);
      return new Heard(events, accumulator.message(), null);
    } catch (RuntimeException failure) {
      return new Heard(events, null, failure);
    }
  }

  Message whole() {
    if (message == null) {
      throw new AssertionError("No whole message in " + events, failure);
    }
    return message;
  }

  RuntimeException broken() {
    if (failure == null) {
      throw new AssertionError("Not broken: " + message);
    }
    return failure;
  }

  /** The texts of the message. */
  String text() {
    return whole().content().stream()
        .flatMap(block -> block.text().stream())
        .map(block -> block.text())
        .collect(Collectors.joining());
  }

  List<ContentBlock> blocks() {
    return whole().content();
  }

  /** The pieces of text in order. */
  List<String> textDeltas() {
    return deltas().stream()
        .flatMap(delta -> delta.text().stream())
        .map(delta -> delta.text())
        .toList();
  }

  /** The pieces of arguments in order. */
  List<String> inputDeltas() {
    return deltas().stream()
        .flatMap(delta -> delta.inputJson().stream())
        .map(delta -> delta.partialJson())
        .toList();
  }

  private List<RawContentBlockDelta> deltas() {
    return events.stream()
        .flatMap(event -> event.contentBlockDelta().stream())
        .map(event -> event.delta())
        .toList();
  }

  /** The events' names in order. */
  List<String> names() {
    return events.stream().map(Heard::name).toList();
  }

  private static String name(RawMessageStreamEvent event) {
    if (event.isMessageStart()) {
      return "message_start";
    } else if (event.isContentBlockStart()) {
      return "content_block_start";
    } else if (event.isContentBlockDelta()) {
      return "content_block_delta";
    } else if (event.isContentBlockStop()) {
      return "content_block_stop";
    } else if (event.isMessageDelta()) {
      return "message_delta";
    }
    return event.isMessageStop() ? "message_stop" : "unknown";
  }
}
