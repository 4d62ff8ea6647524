package dev.baton.local.graph.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.LineFile;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.thread.ParticipantKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A file that keeps what was not delivered when the simulator stopped, as Meta does not forget
 * either what was not answered 200.
 */
public final class PendingFile implements PendingItems, AutoCloseable {

  private final Map<Long, WebhookItem> left = new TreeMap<>();
  private final LineFile file;

  /** The file in this folder, {@code webhooks.jsonl}; it begins anew with what was left. */
  public PendingFile(Path directory) {
    Path path = directory.resolve("webhooks.jsonl");
    try (LineFile before = new LineFile(path)) {
      before.forEach(this::read);
    }
    try {
      Files.delete(path);
    } catch (IOException cause) {
      throw new UncheckedIOException(path + " cannot begin anew", cause);
    }
    this.file = new LineFile(path);
  }

  /** Hands over what was left, oldest first, to be taken again. */
  public void restore(Consumer<WebhookItem> courier) {
    left.values().forEach(courier);
    left.clear();
  }

  private void read(ObjectNode entry) {
    long number = entry.path("number").asLong();
    if (entry.path("item") instanceof ObjectNode item) {
      ParticipantKey participant =
          new ParticipantKey(entry.path("page").asText(), entry.path("user").asText());
      Channel channel = Channel.valueOf(entry.path("channel").asText());
      left.put(number, new WebhookItem(participant, channel, item));
    } else {
      left.remove(number);
    }
  }

  @Override
  public void taken(long number, WebhookItem item) {
    ObjectNode entry = Trees.object().put("number", number);
    entry.put("page", item.participant().pageId()).put("user", item.participant().userId());
    file.append(entry.put("channel", item.channel().name()).set("item", item.json()));
  }

  @Override
  public void settled(long number) {
    file.append(Trees.object().put("number", number));
  }

  @Override
  public void close() {
    file.close();
  }
}
