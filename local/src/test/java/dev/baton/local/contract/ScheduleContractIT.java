package dev.baton.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shell.aws.EventBridgeSchedules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

/** One-time schedules in a group of their own, as timers are set. None of them comes due here. */
abstract class ScheduleContractIT {
  private static final String FUNCTION =
      "arn:aws:lambda:eu-central-1:000000000000:function:SurveyTimeoutFunction";
  private static final String ROLE = "arn:aws:iam::000000000000:role/SchedulerRole";
  private static final String LETTERS = "arn:aws:sqs:eu-central-1:000000000000:TimerDeadLetters";

  private final Instant tomorrow =
      Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
  private final String group = "timers-" + UUID.randomUUID();
  private final SchedulerClient client;
  private final EventBridgeSchedules schedules;

  ScheduleContractIT(Cloud cloud) {
    client = cloud.client(SchedulerClient.builder());
    client.createScheduleGroup(create -> create.name(group));
    schedules =
        new EventBridgeSchedules(
            client,
            new EventBridgeSchedules.Place(group, FUNCTION, ROLE, LETTERS),
            InstantSource.system());
  }

  @Test
  void aTimerIsKeptAsItWasSet() {
    schedules.arm("one", tomorrow, "{\"a\":1}");

    GetScheduleResponse found = found("one");
    assertThat(found.scheduleExpression()).isEqualTo(at(tomorrow));
    assertThat(found.scheduleExpressionTimezone()).isEqualTo("UTC");
    assertThat(found.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.DELETE);
    assertThat(found.flexibleTimeWindow().mode()).isEqualTo(FlexibleTimeWindowMode.OFF);
    assertThat(found.target().arn()).isEqualTo(FUNCTION);
    assertThat(found.target().input()).isEqualTo("{\"a\":1}");
    assertThat(found.target().deadLetterConfig().arn()).isEqualTo(LETTERS);
    assertThat(found.target().retryPolicy().maximumRetryAttempts()).isEqualTo(185);
  }

  @Test
  void aTimerThatIsSetTwiceIsTheFirst() {
    schedules.arm("one", tomorrow, "{}");
    schedules.arm("one", tomorrow.plusSeconds(60), "{}");

    assertThat(found("one").scheduleExpression()).isEqualTo(at(tomorrow));
    assertThat(names()).containsExactly("one");
  }

  @Test
  void aMovedTimerIsTheSecond() {
    schedules.move("one", tomorrow, "{}");
    schedules.move("one", tomorrow.plusSeconds(60), "{\"b\":2}");

    assertThat(found("one").scheduleExpression()).isEqualTo(at(tomorrow.plusSeconds(60)));
    assertThat(found("one").target().input()).isEqualTo("{\"b\":2}");
    assertThat(names()).containsExactly("one");
  }

  @Test
  void aCancelledTimerIsGoneAndMayBeCancelledAgain() {
    schedules.arm("one", tomorrow, "{}");

    schedules.cancel("one");
    schedules.cancel("one");

    assertThat(names()).isEmpty();
    assertThatThrownBy(() -> found("one")).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aSecondOfItsNameConflicts() {
    client.createSchedule(plain(group));

    assertThatThrownBy(() -> client.createSchedule(plain(group)))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void whatIsNotThereCannotBeDeletedOrChanged() {
    CreateScheduleRequest wanted = plain(group);

    assertThatThrownBy(() -> client.deleteSchedule(d -> d.groupName(group).name("one")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() ->
            client.updateSchedule(update ->
                update
                    .groupName(group)
                    .name("one")
                    .scheduleExpression(wanted.scheduleExpression())
                    .flexibleTimeWindow(wanted.flexibleTimeWindow())
                    .target(wanted.target())))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aGroupThatIsNotThereHoldsNothing() {
    assertThatThrownBy(() -> client.createSchedule(plain("none-" + group)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private CreateScheduleRequest plain(String groupName) {
    return CreateScheduleRequest.builder()
        .name("one")
        .groupName(groupName)
        .scheduleExpression(at(tomorrow))
        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
        .target(target -> target.arn(FUNCTION).roleArn(ROLE).input("{}"))
        .build();
  }

  private GetScheduleResponse found(String name) {
    return client.getSchedule(get -> get.groupName(group).name(name));
  }

  private List<String> names() {
    return client.listSchedules(list -> list.groupName(group)).schedules().stream()
        .map(ScheduleSummary::name)
        .toList();
  }

  private static String at(Instant time) {
    return "at(" + time.toString().replace("Z", "") + ")";
  }
}
