package dev.baton.agent.core.run;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.Usage;
import java.util.ArrayList;
import java.util.List;

/** One run and its clock, told what happens. */
final class Runs {
  static final long START = 1_768_471_200_000L;
  static final Progress PROGRESS =
      new Progress(1, "msg_1", new Usage(10, 5, 0, 0), 2, new Usage(10, 5, 0, 0), 7L, 0, 0);

  private final List<AgentEvent> events = new ArrayList<>();
  private final List<RunEffect> effects = new ArrayList<>();
  private Run run;
  private RunDecision last;
  private long now = START;

  private Runs() {
    last = RunMachine.begin(terms(), 1, RunPatience.USUAL);
    run = last.next();
    events.addAll(last.events());
  }

  static Runs begun() {
    return new Runs();
  }

  static RunTerms terms() {
    return new RunTerms("ses_1", "run_1", "ada", "model-1", RunLimits.USUAL, false, 1, START);
  }

  Approval approval(String id) {
    return Approval.asked(id, "call-" + id, "survey-delete", now + 600_000);
  }

  Runs after(long milliseconds) {
    now += milliseconds;
    return this;
  }

  Runs does(RunCommand command) {
    last = RunMachine.decide(run, command, now, RunPatience.USUAL);
    run = last.next();
    events.addAll(last.events());
    effects.addAll(last.effects());
    return this;
  }

  Runs take() {
    return does(new RunCommand.Take("w"));
  }

  Runs renew() {
    return does(new RunCommand.Renew(run.epoch()));
  }

  Runs await(String... ids) {
    List<Approval> approvals = new ArrayList<>();
    for (String id : ids) {
      approvals.add(approval(id));
    }
    return does(new RunCommand.Await(run.epoch(), PROGRESS, approvals));
  }

  Runs handOver() {
    return does(new RunCommand.HandOver(run.epoch(), PROGRESS));
  }

  Runs finish() {
    return does(new RunCommand.Finish(run.epoch(), PROGRESS, new RunEnding.Done("end_turn")));
  }

  Runs cancel() {
    return does(new RunCommand.Cancel("owner"));
  }

  Runs answer(String id, boolean approved) {
    return does(new RunCommand.Answer(id, approved));
  }

  Runs look() {
    return does(new RunCommand.Look());
  }

  Runs fire() {
    return does(new RunCommand.Fire());
  }

  Run run() {
    return run;
  }

  RunState state() {
    return run.state();
  }

  RunDecision last() {
    return last;
  }

  RunOutcome outcome() {
    return last.outcome();
  }

  List<AgentEvent> events() {
    return events;
  }

  /** The types of all events so far. */
  List<String> types() {
    return events.stream().map(event -> event.type().wireName()).toList();
  }

  List<RunEffect> effects() {
    return effects;
  }

  long now() {
    return now;
  }
}
