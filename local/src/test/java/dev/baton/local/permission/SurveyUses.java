package dev.baton.local.permission;

import dev.baton.local.LocalStack;
import dev.baton.local.client.Commands;
import dev.baton.local.client.Simulator;
import dev.baton.local.edge.EdgeClients;
import dev.baton.local.kill.KillForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** Handoffs that end in every way, each with another form behind it. */
final class SurveyUses {
  private final LocalStack stack;
  private final Simulator simulator;
  private final Rows rows;
  private final Commands commands;

  SurveyUses(LocalStack stack, Rows rows) {
    this.stack = stack;
    this.simulator = new Simulator(stack.graphUrl());
    this.rows = rows;
    this.commands = new Commands(stack.apiUrl());
  }

  /** By a signal, by an operator, by the time, and before they began. */
  void handoffs() {
    simulator.put("partner/999888777", Map.of("behaviour", "never"));
    List.of(RightsForm.signalled(), RightsForm.timed())
        .forEach(form -> commands.data("survey-import", form));
    handedOver("signalled-1", "SIGNAL");
    commands.data(
        "survey-signal", with("signalled-1", Map.of("event", Map.of("type", "clinic:visited"))));
    handedOver("forced-1", "SIGNAL");
    commands.data("survey-timers", with("forced-1", Map.of("action", "fire", "force", true)));
    handedOver("released-1", "SIGNAL");
    commands.data(
        "survey-release", with("released-1", Map.of("action", "continue", "reason", "Test")));
    handedOver("timed-1", "TIMED");
    simulator.post(
        "faults", Map.of("endpoint", "pass_thread_control", "user", "refused-1", "code", 10));
    asked("refused-1", "SIGNAL");
    for (String user : List.of("signalled-1", "forced-1", "released-1", "timed-1", "refused-1")) {
      simulator.awaitHeard(user, "Who are you?");
    }
    commands.data("survey-responses", with("timed-1", Map.of()));
  }

  private void handedOver(String user, String form) {
    asked(user, form);
    simulator.awaitHeard(user, "Please wait.");
  }

  private void asked(String user, String form) {
    simulator.opens(user, "form." + form);
    simulator.awaitHeard(user, "Who is there?");
    simulator.writes(user, "Ana");
  }

  /** A tester begins again, and is not understood any more. */
  void reset() {
    simulator.opens("signalled-1", "form.RESET");
    rows.spoilSurvey("participant#" + KillForm.PAGE + "#forced-1", "state");
    simulator.writes("forced-1", "Hello?");
  }

  /** Timers cannot be set any more, and the participant goes on without. */
  void withoutTimers() {
    try (SchedulerClient scheduler = EdgeClients.of(SchedulerClient.builder(), stack.awsUrl())) {
      scheduler.deleteScheduleGroup(group -> group.name("baton-timers"));
    }
    asked("untimed-1", "SIGNAL");
  }

  private static Map<String, Object> with(String user, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("page_id", KillForm.PAGE);
    input.put("user_id", user);
    return input;
  }
}
