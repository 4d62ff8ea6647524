package dev.baton.shell.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleResponse;

class EventBridgeSchedulesTest {
  private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

  private final FakeScheduler scheduler = new FakeScheduler();
  private final EventBridgeSchedules schedules =
      new EventBridgeSchedules(
          scheduler,
          new EventBridgeSchedules.Place("timers", "arn:target", "arn:role", "arn:queue"),
          () -> NOW);

  @Test
  void aScheduleThatIsThereIsMoved() {
    schedules.move("ses_1", NOW.plusSeconds(300), "{}");
    schedules.move("ses_1", NOW.plusSeconds(10), "{}");

    assertThat(scheduler.times).containsExactly(Map.entry("ses_1", "at(2026-01-15T10:00:10)"));
  }

  @Test
  void aScheduleThatFiresMeanwhileIsMadeAgain() {
    schedules.move("ses_1", NOW.plusSeconds(300), "{}");
    scheduler.vanishesOnUpdate = true;

    schedules.move("ses_1", NOW.plusSeconds(600), "{}");

    assertThat(scheduler.times).containsExactly(Map.entry("ses_1", "at(2026-01-15T10:10:00)"));
    assertThat(scheduler.calls).containsExactly("create", "create", "update", "create");
  }

  @Test
  void aPastTimeMeansSoonAndAPartOfASecondTheNext() {
    schedules.move("past", NOW.minusSeconds(5), "{}");
    schedules.move("part", NOW.plusMillis(1_001), "{}");

    assertThat(scheduler.times)
        .containsEntry("past", "at(2026-01-15T10:00:01)")
        .containsEntry("part", "at(2026-01-15T10:00:02)");
  }

  /** Schedules by name. */
  private static final class FakeScheduler implements SchedulerClient {
    private final Map<String, String> times = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private boolean vanishesOnUpdate;

    @Override
    public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
      calls.add("create");
      if (times.putIfAbsent(request.name(), request.scheduleExpression()) != null) {
        throw ConflictException.builder().build();
      }
      return CreateScheduleResponse.builder().build();
    }

    @Override
    public UpdateScheduleResponse updateSchedule(UpdateScheduleRequest request) {
      calls.add("update");
      if (vanishesOnUpdate) {
        times.remove(request.name());
        throw ResourceNotFoundException.builder().build();
      }
      times.put(request.name(), request.scheduleExpression());
      return UpdateScheduleResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "scheduler";
    }

    @Override
    public void close() {}
  }
}
