package dev.baton.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.edge.AwsCall;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.edge.AwsReply;
import dev.baton.local.edge.AwsService;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.AwsPlace;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The REST API of EventBridge Scheduler: schedules and schedule groups.
 *
 * <p>Source: EventBridge Scheduler API reference.
 */
public final class SchedulerService implements AwsService {
  private static final int USUAL_PAGE = 100;

  private final Schedules schedules;
  private final AwsPlace place;

  /** The API in front of these schedules. */
  public SchedulerService(Schedules schedules, AwsPlace place) {
    this.schedules = schedules;
    this.place = place;
  }

  @Override
  public AwsReply answer(AwsCall call) {
    List<String> path = call.path();
    String shape =
        call.method() + " " + (path.isEmpty() ? "" : path.getFirst()) + " " + path.size();
    return AwsReply.json(
        switch (shape) {
          case "POST schedules 2" -> create(path.get(1), call);
          case "PUT schedules 2" -> update(path.get(1), call);
          case "GET schedules 2" -> describe(schedules.get(group(call), path.get(1)));
          case "DELETE schedules 2" -> delete(path.get(1), call);
          case "GET schedules 1" -> list(call);
          case "POST schedule-groups 2" -> createGroup(path.get(1));
          case "GET schedule-groups 2" -> describeGroup(path.get(1));
          case "DELETE schedule-groups 2" -> deleteGroup(path.get(1));
          case "GET schedule-groups 1" -> listGroups(call);
          default ->
              throw AwsFault.unknownOperation(
                  "scheduler", call.method() + " /" + String.join("/", path));
        });
  }

  private JsonNode create(String name, AwsCall call) {
    ObjectNode request = call.json();
    ObjectNode definition = ScheduleRequest.definition(name, request);
    String arn = schedules.create(definition, Jsons.text(request, "ClientToken"));
    return Jsons.object().put("ScheduleArn", arn);
  }

  private JsonNode update(String name, AwsCall call) {
    ObjectNode request = call.json();
    ObjectNode definition = ScheduleRequest.definition(name, request);
    String arn = schedules.update(definition, Jsons.text(request, "ClientToken"));
    return Jsons.object().put("ScheduleArn", arn);
  }

  private JsonNode delete(String name, AwsCall call) {
    schedules.delete(group(call), name, call.query().get("clientToken"));
    return Jsons.object();
  }

  private ObjectNode describe(Schedule schedule) {
    ObjectNode json = schedule.definition().deepCopy();
    json.put("Arn", schedules.arn(schedule));
    json.put("CreationDate", seconds(schedule.createdAt()));
    json.put("LastModificationDate", seconds(schedule.changedAt()));
    return json;
  }

  private ObjectNode summary(Schedule schedule) {
    ObjectNode json = describe(schedule);
    json.retain("Arn", "CreationDate", "LastModificationDate", "GroupName", "Name", "State");
    json.putObject("Target").put("Arn", schedule.target().path("Arn").asText());
    return json;
  }

  private JsonNode list(AwsCall call) {
    String group = call.query().get("ScheduleGroup");
    if (group != null) {
      schedules.groupCreatedAt(group);
    }
    String prefix = call.query().getOrDefault("NamePrefix", "");
    String state = call.query().get("State");
    Predicate<Schedule> wanted =
        schedule ->
            (group == null || schedule.group().equals(group))
                && schedule.name().startsWith(prefix)
                && (state == null || schedule.definition().path("State").asText().equals(state));
    List<Schedule> all = schedules.list().stream().filter(wanted).toList();
    return page(call, "Schedules", all, Schedule::key, this::summary);
  }

  private JsonNode createGroup(String name) {
    schedules.createGroup(name);
    return Jsons.object().put("ScheduleGroupArn", place.scheduleGroup(name));
  }

  private ObjectNode describeGroup(String name) {
    double created = seconds(schedules.groupCreatedAt(name));
    return Jsons.object()
        .put("Arn", place.scheduleGroup(name))
        .put("Name", name)
        .put("State", "ACTIVE")
        .put("CreationDate", created)
        .put("LastModificationDate", created);
  }

  private JsonNode deleteGroup(String name) {
    schedules.deleteGroup(name);
    return Jsons.object();
  }

  private JsonNode listGroups(AwsCall call) {
    String prefix = call.query().getOrDefault("NamePrefix", "");
    List<String> all =
        schedules.groupNames().stream().filter(name -> name.startsWith(prefix)).toList();
    return page(call, "ScheduleGroups", all, Function.identity(), this::describeGroup);
  }

  /** One page of a sorted list; the token is the key of the last element of the page before. */
  private static <T> JsonNode page(
      AwsCall call,
      String member,
      List<T> all,
      Function<T, String> key,
      Function<T, ObjectNode> json) {
    String after = call.query().getOrDefault("NextToken", "");
    int most = size(call.query().getOrDefault("MaxResults", Integer.toString(USUAL_PAGE)));
    List<T> rest = all.stream().filter(one -> key.apply(one).compareTo(after) > 0).toList();
    List<T> page = rest.subList(0, Math.min(most, rest.size()));
    ObjectNode reply = Jsons.object();
    ArrayNode elements = reply.putArray(member);
    page.forEach(one -> elements.add(json.apply(one)));
    if (page.size() < rest.size()) {
      reply.put("NextToken", key.apply(page.getLast()));
    }
    return reply;
  }

  private static int size(String maxResults) {
    try {
      int size = Integer.parseInt(maxResults);
      if (size >= 1 && size <= 100) {
        return size;
      }
    } catch (NumberFormatException notANumber) {
      // refused below
    }
    throw AwsFault.validation("MaxResults must be between 1 and 100, not '" + maxResults + "'.");
  }

  private static String group(AwsCall call) {
    return call.query().getOrDefault("groupName", ScheduleGroups.DEFAULT);
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1000.0;
  }
}
