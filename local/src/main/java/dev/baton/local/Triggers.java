package dev.baton.local;

import dev.baton.local.dynamodb.Caller;
import dev.baton.local.dynamodb.EmbeddedDynamo;
import dev.baton.local.dynamodb.TableStream;
import dev.baton.local.edge.AwsEdge;
import dev.baton.local.journal.Journal;
import dev.baton.local.lambda.EventQueue;
import dev.baton.local.lambda.LambdaService;
import dev.baton.local.lambda.RetryPace;
import dev.baton.local.scheduler.Deliveries;
import dev.baton.local.scheduler.SchedulerService;
import dev.baton.local.scheduler.Schedules;
import dev.baton.local.stream.StreamSource;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.StreamMapping;

/**
 * What calls functions without being asked over HTTP: asynchronous invocations, schedules and
 * streams. Each tries again at one pace and keeps what is open in a journal.
 */
final class Triggers {
  private final Ground ground;
  private final RetryPace pace;
  private final Closing parts;

  /** Triggers; each becomes one of the parts to close. */
  Triggers(Ground ground, RetryPace pace, Closing parts) {
    this.ground = ground;
    this.pace = pace;
    this.parts = parts;
  }

  /** Starts them all and answers the queue of asynchronous invocations. */
  EventQueue start(AwsEdge edge, EmbeddedDynamo dynamo) {
    EventQueue events = startEvents(edge);
    startScheduler(edge, events);
    startStreams(dynamo);
    return events;
  }

  private EventQueue startEvents(AwsEdge edge) {
    EventQueue queue =
        parts.add(
            new EventQueue(
                ground.functions(),
                ground.queues(),
                Journal.open(ground.state(), "events"),
                ground.timeline(),
                pace));
    edge.serve("lambda", new LambdaService(ground.functions(), queue));
    queue.start();
    return queue;
  }

  private void startScheduler(AwsEdge edge, EventQueue events) {
    Journal open = parts.add(Journal.open(ground.state(), "deliveries"));
    Journal all = parts.add(Journal.open(ground.state(), "schedules"));
    Journal groups = parts.add(Journal.open(ground.state(), "schedule-groups"));
    Deliveries deliveries =
        parts.add(
            new Deliveries(
                ground.functions(), events, ground.queues(), open, ground.timeline(), pace));
    Schedules schedules =
        parts.add(
            new Schedules(
                ground.template().scheduleGroups(),
                all,
                groups,
                deliveries,
                ground.timeline(),
                AwsPlace.LOCAL));
    edge.serve("scheduler", new SchedulerService(schedules, AwsPlace.LOCAL));
    deliveries.start();
    schedules.start();
  }

  private void startStreams(EmbeddedDynamo dynamo) {
    Journal positions = parts.add(Journal.open(ground.state(), "streams"));
    for (StreamMapping mapping : ground.template().mappings()) {
      StreamSource source =
          parts.add(
              new StreamSource(
                  mapping,
                  TableStream.of(dynamo, Caller.LOCAL, mapping.tableName()),
                  ground.functions().get(mapping.functionName()),
                  ground.queues(),
                  positions,
                  ground.timeline(),
                  pace,
                  AwsPlace.LOCAL));
      source.start();
    }
  }
}
