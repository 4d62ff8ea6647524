package dev.baton.local.edge;

import dev.baton.local.journal.Journal;
import dev.baton.local.lambda.EventQueue;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.LambdaService;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.lambda.RetryPace;
import dev.baton.local.queue.QueueService;
import dev.baton.local.queue.Queues;
import dev.baton.local.scheduler.Deliveries;
import dev.baton.local.scheduler.SchedulerService;
import dev.baton.local.scheduler.Schedules;
import dev.baton.local.secrets.SecretService;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.QueueDefinition;
import dev.baton.local.time.ManualTimeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Lambda, SQS, Scheduler and Secrets Manager behind one endpoint, in a time that tests move, met
 * through the real SDK. There is a queue {@code letters}, a schedule group {@code timers} and a
 * secret {@code secret}.
 */
public final class AwsWorld implements AutoCloseable {
  private static final AwsPlace PLACE = AwsPlace.LOCAL;
  private static final Duration DAY = Duration.ofDays(1);

  /** ARN of the queue. */
  public static final String LETTERS = PLACE.queue("letters");

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final AwsEdge edge;
  private final EventQueue events;

  /**
   * A running world.
   *
   * @param directory what it keeps over a restart, or null
   * @param time its time
   */
  public AwsWorld(@Nullable Path directory, ManualTimeline time, LocalFunction... functions)
      throws Exception {
    RetryPace pace = new RetryPace(Duration.ofSeconds(1), Duration.ofMinutes(1));
    edge = add(new AwsEdge(new NoDynamo(), "127.0.0.1", 0));
    Functions all = Functions.of(List.of(functions));
    QueueDefinition letters =
        new QueueDefinition("letters", LETTERS, Duration.ofSeconds(30), DAY.multipliedBy(4));
    Queues queues = add(new Queues(List.of(letters), directory, time));
    Journal open = add(Journal.open(directory, "deliveries"));
    Journal schedules = add(Journal.open(directory, "schedules"));
    Journal groups = add(Journal.open(directory, "groups"));
    events = add(new EventQueue(all, queues, Journal.open(directory, "events"), time, pace));
    Deliveries deliveries = add(new Deliveries(all, events, queues, open, time, pace));
    Schedules scheduler =
        add(new Schedules(List.of("timers"), schedules, groups, deliveries, time, PLACE));
    edge.start();
    edge.serve("sqs", new QueueService(queues, edge.url() + "/" + PLACE.account() + "/"));
    edge.serve("lambda", new LambdaService(all, events));
    edge.serve("scheduler", new SchedulerService(scheduler, PLACE));
    edge.serve("secretsmanager", new SecretService(Map.of("secret", "{\"a\":1}"), PLACE));
    events.start();
    deliveries.start();
    scheduler.start();
  }

  /** A Lambda client. */
  public LambdaClient lambda() {
    return client(LambdaClient.builder());
  }

  /** A Scheduler client. */
  public SchedulerClient scheduler() {
    return client(SchedulerClient.builder());
  }

  /** An SQS client. */
  public SqsClient sqs() {
    return client(SqsClient.builder());
  }

  /** A Secrets Manager client. */
  public SecretsManagerClient secrets() {
    return client(SecretsManagerClient.builder());
  }

  /** The events that wait or run. */
  public int pendingEvents() {
    return events.pending();
  }

  /** URL of the queue. */
  public String lettersUrl() {
    return edge.url() + "/" + PLACE.account() + "/letters";
  }

  /** Takes so many messages out of the queue, waiting for them at most ten seconds. */
  public List<Message> letters(int number) {
    SqsClient sqs = sqs();
    List<Message> letters = new ArrayList<>();
    for (int tries = 0; tries < 10 && letters.size() < number; tries++) {
      for (Message message :
          sqs.receiveMessage(receive ->
                  receive
                      .queueUrl(lettersUrl())
                      .messageAttributeNames("All")
                      .maxNumberOfMessages(10)
                      .waitTimeSeconds(1))
              .messages()) {
        letters.add(message);
        sqs.deleteMessage(
            delete -> delete.queueUrl(lettersUrl()).receiptHandle(message.receiptHandle()));
      }
    }
    return letters;
  }

  /** A client of this world from its builder. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends AutoCloseable>
      C client(B builder) {
    return add(EdgeClients.of(builder, edge.url()));
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }

  private <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }
}
