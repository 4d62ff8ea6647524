package dev.baton.local.scheduler;

import dev.baton.local.edge.AwsFault;
import dev.baton.local.journal.Journal;
import dev.baton.local.json.Jsons;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schedule groups: {@code default}, those of the template, and those made over the API. Not
 * thread-safe.
 */
final class ScheduleGroups {
  static final String DEFAULT = "default";

  private final Map<String, Instant> createdAt = new TreeMap<>();
  private final Journal journal;

  ScheduleGroups(List<String> fromTemplate, Journal journal, Instant now) {
    this.journal = journal;
    journal
        .entries()
        .forEach((name, json) -> createdAt.put(name, Instant.ofEpochMilli(json.asLong())));
    createdAt.putIfAbsent(DEFAULT, now);
    fromTemplate.forEach(name -> createdAt.putIfAbsent(name, now));
  }

  void require(String name) {
    createdAt(name);
  }

  Instant createdAt(String name) {
    Instant created = createdAt.get(name);
    if (created == null) {
      throw new AwsFault(
          404, "ResourceNotFoundException", "Schedule group " + name + " does not exist.");
    }
    return created;
  }

  void create(String name, Instant now) {
    ScheduleRequest.checkName(name);
    if (createdAt.containsKey(name)) {
      throw new AwsFault(409, "ConflictException", "Schedule group " + name + " already exists.");
    }
    journal.put(name, Jsons.tree(now.toEpochMilli()));
    createdAt.put(name, now);
  }

  void delete(String name) {
    require(name);
    if (name.equals(DEFAULT)) {
      throw AwsFault.validation("The default schedule group cannot be deleted.");
    }
    journal.remove(name);
    createdAt.remove(name);
  }

  List<String> names() {
    return List.copyOf(createdAt.keySet());
  }
}
