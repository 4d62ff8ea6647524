package dev.baton.survey.engine;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;

/** Schedules that are kept and never fire by themselves. */
final class FakeScheduler implements SchedulerClient {
  private final Map<String, CreateScheduleRequest> schedules = new TreeMap<>();

  /** All schedules by name. */
  synchronized Map<String, CreateScheduleRequest> schedules() {
    return Map.copyOf(schedules);
  }

  @Override
  public synchronized CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
    if (schedules.putIfAbsent(request.name(), request) != null) {
      throw ConflictException.builder().message("exists").build();
    }
    return CreateScheduleResponse.builder().build();
  }

  @Override
  public synchronized DeleteScheduleResponse deleteSchedule(DeleteScheduleRequest request) {
    if (schedules.remove(request.name()) == null) {
      throw ResourceNotFoundException.builder().message("none").build();
    }
    return DeleteScheduleResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "scheduler";
  }

  @Override
  public void close() {}
}
