package dev.baton.shell.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * One-time schedules of EventBridge Scheduler that invoke one function. A schedule is named by its
 * caller, so that arming it twice is one schedule; it deletes itself after it fired. It fires in
 * the minute after its time, never before.
 */
public final class EventBridgeSchedules {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("'at('uuuu-MM-dd'T'HH:mm:ss')'").withZone(ZoneOffset.UTC);
  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final int MOST_ATTEMPTS = 185;
  private static final int LONGEST_AGE_SECONDS = 86_400;

  private final SchedulerClient client;
  private final Place place;
  private final InstantSource clock;

  /**
   * Where schedules live and what they invoke.
   *
   * @param group the schedule group
   * @param targetArn the function
   * @param roleArn the role that may invoke it
   * @param deadLetterArn the queue for what could not be invoked
   */
  public record Place(String group, String targetArn, String roleArn, String deadLetterArn) {}

  /** Schedules in one place. */
  public EventBridgeSchedules(SchedulerClient client, Place place, InstantSource clock) {
    this.client = client;
    this.place = place;
    this.clock = clock;
  }

  /**
   * Sets a schedule; one of this name that is there already stays as it is. A past time means soon.
   */
  public void arm(String name, Instant due, String payload) {
    CreateScheduleRequest request =
        CreateScheduleRequest.builder()
            .name(name)
            .groupName(place.group())
            .clientToken(name)
            .scheduleExpression(AT.format(wholeSecond(due)))
            .scheduleExpressionTimezone("UTC")
            .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
            .actionAfterCompletion(ActionAfterCompletion.DELETE)
            .target(target(payload))
            .build();
    try {
      client.createSchedule(request);
    } catch (ConflictException thereAlready) {
      // The name says which timer it is, so it is this one.
    }
  }

  /**
   * Sets a schedule, in place of the one of this name if there is one. A past time means soon. Of
   * two calls the later one stays.
   */
  public void move(String name, Instant due, String payload) {
    String at = AT.format(wholeSecond(due));
    try {
      create(name, at, payload);
    } catch (ConflictException thereAlready) {
      try {
        update(name, at, payload);
      } catch (ResourceNotFoundException firedMeanwhile) {
        create(name, at, payload);
      }
    }
  }

  private void create(String name, String at, String payload) {
    client.createSchedule(create ->
        create
            .name(name)
            .groupName(place.group())
            .scheduleExpression(at)
            .scheduleExpressionTimezone("UTC")
            .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
            .actionAfterCompletion(ActionAfterCompletion.DELETE)
            .target(target(payload)));
  }

  private void update(String name, String at, String payload) {
    client.updateSchedule(update ->
        update
            .name(name)
            .groupName(place.group())
            .scheduleExpression(at)
            .scheduleExpressionTimezone("UTC")
            .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
            .actionAfterCompletion(ActionAfterCompletion.DELETE)
            .target(target(payload)));
  }

  /** Deletes a schedule, if it is still there. */
  public void cancel(String name) {
    try {
      client.deleteSchedule(delete -> delete.name(name).groupName(place.group()));
    } catch (ResourceNotFoundException gone) {
      // It fired, or was cancelled before.
    }
  }

  private Target target(String payload) {
    return Target.builder()
        .arn(place.targetArn())
        .roleArn(place.roleArn())
        .input(payload)
        .deadLetterConfig(queue -> queue.arn(place.deadLetterArn()))
        .retryPolicy(policy ->
            policy
                .maximumRetryAttempts(MOST_ATTEMPTS)
                .maximumEventAgeInSeconds(LONGEST_AGE_SECONDS))
        .build();
  }

  // Schedules know whole seconds; one that fired a moment too early would have to be set again.
  private Instant wholeSecond(Instant due) {
    Instant soonest = clock.instant().plus(SOONEST);
    Instant later = due.isBefore(soonest) ? soonest : due;
    Instant second = later.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(later) ? second : second.plusSeconds(1);
  }
}
