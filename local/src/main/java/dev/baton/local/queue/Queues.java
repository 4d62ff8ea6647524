package dev.baton.local.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.journal.Journal;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.Names;
import dev.baton.local.template.QueueDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All queues of the stack by name. */
public final class Queues implements AutoCloseable {
  private final Map<String, StandardQueue> byName = new LinkedHashMap<>();
  private final List<Journal> journals;

  /**
   * The queues of the template with what an earlier process left in them.
   *
   * @param directory where they are kept, or null for memory only
   */
  public Queues(List<QueueDefinition> definitions, @Nullable Path directory, InstantSource clock) {
    journals =
        definitions.stream()
            .map(definition -> {
              Journal journal = Journal.open(directory, "queue-" + definition.name());
              byName.put(definition.name(), new StandardQueue(definition, journal, clock));
              return journal;
            })
            .toList();
  }

  /**
   * Sends a message; it is durable when this returns.
   *
   * @param arn ARN of the queue
   * @param attributes message attributes, all texts
   * @throws IllegalArgumentException when there is no such queue
   */
  public void send(String arn, String body, Map<String, String> attributes) {
    StandardQueue queue = byName.get(Names.last(arn));
    if (queue == null) {
      throw new IllegalArgumentException("There is no queue " + arn);
    }
    ObjectNode all = Jsons.object();
    attributes.forEach(
        (name, value) -> all.putObject(name).put("DataType", "String").put("StringValue", value));
    queue.send(body, all, Duration.ZERO);
  }

  /**
   * The bodies of all messages of a queue, oldest first, without receiving them: for tools and
   * tests.
   */
  public List<String> peek(String name) {
    StandardQueue queue = byName.get(name);
    return queue == null ? List.of() : queue.bodies();
  }

  /** Whether the ARN names a queue of this stack. */
  public boolean contains(String arn) {
    return byName.containsKey(Names.last(arn));
  }

  @Nullable StandardQueue find(String nameOrUrl) {
    return byName.get(Names.last(nameOrUrl));
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  @Override
  public void close() {
    journals.forEach(Journal::close);
  }
}
