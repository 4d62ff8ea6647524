package dev.baton.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.local.edge.AwsWorld;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.time.ManualTimeline;
import dev.baton.local.toy.ToyFunctions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.ValidationException;
import software.amazon.awssdk.services.sqs.model.Message;

final class SchedulerIT {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path data;

  private final ManualTimeline time = new ManualTimeline(NOON);
  private final ToyFunctions.Seen seen = new ToyFunctions.Seen();
  private final LocalFunction target =
      ToyFunctions.function(
          "target",
          event -> {
            seen.add(event);
            return "{}";
          });

  @Test
  void aScheduleFiresWhenItIsDueAndIsGoneAfterwards() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time, target)) {
      SchedulerClient scheduler = world.scheduler();
      String arn = scheduler.createSchedule(schedule("one", "12:00:10").build()).scheduleArn();

      time.advance(Duration.ofMillis(9_999));
      assertThat(seen.rest()).isZero();
      assertThat(arn).isEqualTo("arn:aws:scheduler:eu-central-1:000000000000:schedule/timers/one");

      time.advance(Duration.ofMillis(1));
      assertThat(seen.next()).isEqualTo("{\"name\":\"one\"}");
      assertThatThrownBy(() -> scheduler.getSchedule(get -> get.groupName("timers").name("one")))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("Schedule one does not exist.");
    }
  }

  @Test
  void aTimeZoneIsHonoured() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time, target)) {
      world
          .scheduler()
          .createSchedule(
              schedule("one", "13:00:10").scheduleExpressionTimezone("Europe/Berlin").build());

      time.advance(Duration.ofSeconds(10));

      assertThat(seen.next()).isNotNull();
    }
  }

  @Test
  void theSameTokenRepeatsAndAnotherConflicts() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time, target)) {
      SchedulerClient scheduler = world.scheduler();
      scheduler.createSchedule(schedule("one", "13:00:00").clientToken("t-1").build());

      scheduler.createSchedule(schedule("one", "13:00:00").clientToken("t-1").build());

      assertThatThrownBy(() ->
              scheduler.createSchedule(schedule("one", "13:00:00").clientToken("t-2").build()))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining("Schedule one already exists.");
      assertThatThrownBy(() ->
              scheduler.createSchedule(schedule("one", "14:00:00").clientToken("t-1").build()))
          .isInstanceOf(ConflictException.class);
    }
  }

  @Test
  void everythingThatWasSetCanBeRead() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time, target)) {
      SchedulerClient scheduler = world.scheduler();
      scheduler.createSchedule(schedule("one", "13:00:00").description("why").build());

      GetScheduleResponse found = scheduler.getSchedule(get -> get.groupName("timers").name("one"));

      assertThat(found.scheduleExpression()).isEqualTo("at(2026-01-31T13:00:00)");
      assertThat(found.scheduleExpressionTimezone()).isEqualTo("UTC");
      assertThat(found.description()).isEqualTo("why");
      assertThat(found.state()).isEqualTo(ScheduleState.ENABLED);
      assertThat(found.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.DELETE);
      assertThat(found.flexibleTimeWindow().mode()).isEqualTo(FlexibleTimeWindowMode.OFF);
      assertThat(found.target().input()).isEqualTo("{\"name\":\"one\"}");
      assertThat(found.target().retryPolicy().maximumRetryAttempts()).isEqualTo(185);
      assertThat(found.target().retryPolicy().maximumEventAgeInSeconds()).isEqualTo(86_400);
      assertThat(found.creationDate()).isEqualTo(NOON);
    }
  }

  @Test
  void anUpdateReplacesAndADeletionIsFinal() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time, target)) {
      SchedulerClient scheduler = world.scheduler();
      scheduler.createSchedule(schedule("moved", "12:00:10").build());
      scheduler.createSchedule(schedule("deleted", "12:00:10").build());
      CreateScheduleRequest later = schedule("moved", "12:01:00").build();

      scheduler.updateSchedule(update ->
          update
              .name(later.name())
              .groupName(later.groupName())
              .scheduleExpression(later.scheduleExpression())
              .flexibleTimeWindow(later.flexibleTimeWindow())
              .target(later.target()));
      scheduler.deleteSchedule(
          delete -> delete.groupName("timers").name("deleted").clientToken("d-1"));
      scheduler.deleteSchedule(
          delete -> delete.groupName("timers").name("deleted").clientToken("d-1"));
      assertThatThrownBy(() -> scheduler.deleteSchedule(d -> d.groupName("timers").name("deleted")))
          .isInstanceOf(ResourceNotFoundException.class);

      time.advance(Duration.ofSeconds(59));
      assertThat(seen.rest()).isZero();
      time.advance(Duration.ofSeconds(1));
      assertThat(seen.next()).isEqualTo("{\"name\":\"moved\"}");
    }
  }

  @Test
  void badRequestsAreNamed() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time, target)) {
      SchedulerClient scheduler = world.scheduler();

      assertThatThrownBy(() ->
              scheduler.createSchedule(
                  schedule("one", "").scheduleExpression("at(tomorrow)").build()))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("Invalid Schedule Expression at(tomorrow).");
      assertThatThrownBy(() ->
              scheduler.createSchedule(
                  schedule("one", "").scheduleExpression("rate(1 minute)").build()))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("one-time schedules");
      assertThatThrownBy(() -> scheduler.createSchedule(schedule("not a name", "13:00:00").build()))
          .isInstanceOf(ValidationException.class);
      assertThatThrownBy(
              () -> scheduler.createSchedule(schedule("one", "13:00:00").groupName("none").build()))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("Schedule group none does not exist.");
    }
  }

  @Test
  void groupsHoldTheirSchedules() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time, target)) {
      SchedulerClient scheduler = world.scheduler();
      scheduler.createScheduleGroup(create -> create.name("mine"));
      scheduler.createSchedule(schedule("one", "13:00:00").groupName("mine").build());
      scheduler.createSchedule(schedule("two", "13:00:00").build());

      assertThat(scheduler.getScheduleGroup(get -> get.name("mine")).stateAsString())
          .isEqualTo("ACTIVE");
      assertThat(scheduler.listScheduleGroups(list -> {}).scheduleGroups())
          .extracting(group -> group.name())
          .containsExactly("default", "mine", "timers");
      assertThat(scheduler.listSchedules(list -> list.groupName("mine")).schedules())
          .extracting(ScheduleSummary::name)
          .containsExactly("one");
      assertThatThrownBy(() -> scheduler.createScheduleGroup(create -> create.name("mine")))
          .isInstanceOf(ConflictException.class);

      scheduler.deleteScheduleGroup(delete -> delete.name("mine"));
      assertThatThrownBy(() -> scheduler.listSchedules(list -> list.groupName("mine")))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThat(scheduler.listSchedules(list -> {}).schedules()).hasSize(1);
    }
  }

  @Test
  void listsComeInPages() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time, target)) {
      SchedulerClient scheduler = world.scheduler();
      for (int i = 0; i < 7; i++) {
        scheduler.createSchedule(schedule("n" + i, "13:00:00").build());
      }

      assertThat(scheduler.listSchedulesPaginator(list -> list.maxResults(3)).schedules())
          .extracting(ScheduleSummary::name)
          .containsExactly("n0", "n1", "n2", "n3", "n4", "n5", "n6");
    }
  }

  @Test
  void aTargetThatIsNotThereIsTriedAgainAndThenDeadLettered() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      world
          .scheduler()
          .createSchedule(
              schedule("one", "12:00:10")
                  .target(to ->
                      to.arn("arn:aws:lambda:eu-central-1:000000000000:function:target")
                          .roleArn("arn:aws:iam::000000000000:role/any")
                          .input("{\"name\":\"one\"}")
                          .retryPolicy(policy -> policy.maximumRetryAttempts(2))
                          .deadLetterConfig(dead -> dead.arn(AwsWorld.LETTERS)))
                  .build());

      time.advance(Duration.ofSeconds(10 + 1 + 2));
      Message letter = world.letters(1).getFirst();

      assertThat(letter.body()).isEqualTo("{\"name\":\"one\"}");
      Map<String, String> attributes =
          letter.messageAttributes().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, a -> a.getValue().stringValue()));
      assertThat(attributes)
          .containsEntry("ERROR_CODE", "ResourceNotFoundException")
          .containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts")
          .containsEntry("IS_PAYLOAD_TRUNCATED", "false")
          .containsEntry("RETRY_ATTEMPTS", "2")
          .containsEntry("SCHEDULED_TIME", "2026-01-31T12:00:10Z")
          .containsEntry(
              "SCHEDULE_ARN", "arn:aws:scheduler:eu-central-1:000000000000:schedule/timers/one")
          .containsEntry("TARGET_ARN", "arn:aws:lambda:eu-central-1:000000000000:function:target")
          .containsKeys("ERROR_MESSAGE", "EXECUTION_ID");
    }
  }

  @Test
  void schedulesAndOpenDeliveriesSurviveARestart() throws Exception {
    try (AwsWorld world = new AwsWorld(data, time)) {
      world.scheduler().createSchedule(schedule("tried before", "12:00:01").name("open").build());
      world.scheduler().createSchedule(schedule("overdue", "12:01:00").build());
      world.scheduler().createSchedule(schedule("later", "13:00:00").build());
      time.advance(Duration.ofSeconds(1));
    }

    time.advance(Duration.ofMinutes(5));
    try (AwsWorld world = new AwsWorld(data, time, target)) {
      assertThat(seen.next()).isEqualTo("{\"name\":\"tried before\"}");
      assertThat(seen.next()).isEqualTo("{\"name\":\"overdue\"}");
      assertThat(world.scheduler().listSchedules(list -> {}).schedules())
          .extracting(ScheduleSummary::name)
          .containsExactly("later");
      time.advance(Duration.ofHours(1));
      assertThat(seen.next()).isEqualTo("{\"name\":\"later\"}");
    }
  }

  private static CreateScheduleRequest.Builder schedule(String name, String clockTime) {
    return CreateScheduleRequest.builder()
        .name(name)
        .groupName("timers")
        .scheduleExpression("at(2026-01-31T" + clockTime + ")")
        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
        .actionAfterCompletion(ActionAfterCompletion.DELETE)
        .target(to ->
            to.arn("arn:aws:lambda:eu-central-1:000000000000:function:target")
                .roleArn("arn:aws:iam::000000000000:role/any")
                .input("{\"name\":\"" + name + "\"}"));
  }
}
