package dev.baton.websocket;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.InternalServerException;

/** EventBridge Scheduler: remembers what was set, or is down. */
public final class Schedules implements SchedulerClient {
  /** Names and times in the order they were set. */
  public final List<String> set = new ArrayList<>();

  /** Whether it refuses everything. */
  public boolean down;

  @Override
  public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
    if (down) {
      throw InternalServerException.builder().message("down").build();
    }
    set.add(request.name() + " " + request.scheduleExpression());
    return CreateScheduleResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "scheduler";
  }

  @Override
  public void close() {}
}
