package dev.baton.local.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.journal.Journal;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.time.Timeline;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All schedules and their alarms. Every change is durable when its method returns; a schedule that
 * was overdue when the process started fires at once. A schedule leaves the journal only after its
 * delivery is durable elsewhere, so a kill in between fires it twice and never loses it.
 * Thread-safe.
 */
public final class Schedules implements AutoCloseable {
  private final Map<String, Schedule> schedules = new TreeMap<>();
  private final Map<String, Timeline.Appointment> alarms = new HashMap<>();
  private final RecentTokens deleted = new RecentTokens();
  private final ScheduleGroups groups;
  private final Journal journal;
  private final Deliveries deliveries;
  private final Timeline timeline;
  private final AwsPlace place;

  /**
   * Schedules over what the journal holds; nothing fires before {@link #start}.
   *
   * @param groupNames groups of the template
   */
  public Schedules(
      List<String> groupNames,
      Journal journal,
      Journal groupJournal,
      Deliveries deliveries,
      Timeline timeline,
      AwsPlace place) {
    this.groups = new ScheduleGroups(groupNames, groupJournal, timeline.instant());
    this.journal = journal;
    this.deliveries = deliveries;
    this.timeline = timeline;
    this.place = place;
    journal.entries().forEach((key, json) -> schedules.put(key, Schedule.fromJson(json)));
  }

  /** Sets the alarms. */
  public synchronized void start() {
    List.copyOf(schedules.values()).forEach(this::arm);
  }

  /** Takes all alarms back; the schedules wait for the next start. */
  @Override
  public synchronized void close() {
    List.copyOf(alarms.keySet()).forEach(this::disarm);
  }

  /** Creates a schedule; the same request with the same token answers as it did the first time. */
  synchronized String create(ObjectNode definition, @Nullable String clientToken) {
    groups.require(definition.path("GroupName").asText());
    Instant now = timeline.instant();
    Schedule schedule = new Schedule(definition, now, now, clientToken, false);
    Schedule before = schedules.get(schedule.key());
    if (before == null) {
      keep(schedule);
    } else if (!repeats(before, schedule)) {
      throw new AwsFault(
          409, "ConflictException", "Schedule " + schedule.name() + " already exists.");
    }
    return arn(schedule);
  }

  private static boolean repeats(Schedule before, Schedule schedule) {
    return schedule.clientToken() != null
        && schedule.clientToken().equals(before.clientToken())
        && schedule.definition().equals(before.definition());
  }

  /** Replaces a schedule. */
  synchronized String update(ObjectNode definition, @Nullable String clientToken) {
    Schedule before = get(definition.path("GroupName").asText(), definition.path("Name").asText());
    Schedule schedule =
        new Schedule(definition, before.createdAt(), timeline.instant(), clientToken, false);
    keep(schedule);
    return arn(schedule);
  }

  synchronized Schedule get(String group, String name) {
    groups.require(group);
    Schedule schedule = schedules.get(Schedule.key(group, name));
    if (schedule == null) {
      throw new AwsFault(404, "ResourceNotFoundException", "Schedule " + name + " does not exist.");
    }
    return schedule;
  }

  synchronized void delete(String group, String name, @Nullable String clientToken) {
    String token = clientToken == null ? null : Schedule.key(group, name) + "/" + clientToken;
    if (deleted.contains(token)) {
      return;
    }
    drop(get(group, name).key());
    deleted.add(token);
  }

  synchronized List<Schedule> list() {
    return List.copyOf(schedules.values());
  }

  synchronized void createGroup(String name) {
    groups.create(name, timeline.instant());
  }

  synchronized Instant groupCreatedAt(String name) {
    return groups.createdAt(name);
  }

  synchronized List<String> groupNames() {
    return groups.names();
  }

  /** Deletes a group with its schedules. */
  synchronized void deleteGroup(String name) {
    groups.delete(name);
    list().stream().filter(s -> s.group().equals(name)).map(Schedule::key).forEach(this::drop);
  }

  String arn(Schedule schedule) {
    return place.schedule(schedule.group(), schedule.name());
  }

  private void keep(Schedule schedule) {
    journal.put(schedule.key(), schedule.toJson());
    schedules.put(schedule.key(), schedule);
    disarm(schedule.key());
    arm(schedule);
  }

  private void drop(String key) {
    journal.remove(key);
    schedules.remove(key);
    disarm(key);
  }

  private void arm(Schedule schedule) {
    if (schedule.enabled() && !schedule.done()) {
      alarms.put(schedule.key(), timeline.at(schedule.due(), () -> fire(schedule)));
    }
  }

  private void disarm(String key) {
    Timeline.Appointment alarm = alarms.remove(key);
    if (alarm != null) {
      alarm.cancel();
    }
  }

  private synchronized void fire(Schedule schedule) {
    if (!Objects.equals(schedules.get(schedule.key()), schedule)) {
      return; // changed or deleted in the meantime
    }
    alarms.remove(schedule.key());
    deliveries.attempt(
        new Delivery(
            UUID.randomUUID().toString(),
            arn(schedule),
            (ObjectNode) schedule.target(),
            schedule.due(),
            0,
            null));
    if (schedule.deletedAfterCompletion()) {
      drop(schedule.key());
    } else {
      Schedule completed = schedule.completed();
      journal.put(completed.key(), completed.toJson());
      schedules.put(completed.key(), completed);
    }
  }
}
