package dev.baton.survey.engine;

import static dev.baton.survey.engine.Requests.from;
import static dev.baton.survey.engine.Requests.referral;
import static dev.baton.survey.engine.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.survey.core.participant.State;
import dev.baton.survey.graph.LoopbackGraph;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;

/** Deliveries against a Graph API that refuses, delays and forgets. */
@ExtendWith(DynamoDbLocal.class)
class DeliveryIT {
  private static final String TEMPORARY = "{\"error\":{\"code\":2,\"message\":\"later\"}}";

  private LoopbackGraph graph;
  private Engine engine;

  @BeforeEach
  void start(DynamoDbClient client) throws IOException {
    graph = new LoopbackGraph();
    engine = new Engine(client, graph.url());
    engine.imports("READ01", "reading.json");
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void temporaryRefusalIsRepeatedWithinSeconds() {
    AtomicInteger calls = new AtomicInteger();
    graph.answers(exchange ->
        LoopbackGraph.respond(exchange, 200, calls.getAndIncrement() < 3 ? TEMPORARY : "{}"));

    engine.happens(from(0, referral("form.READ01")));

    assertThat(graph.requests()).hasSize(4);
    assertThat(engine.participant().state()).isEqualTo(State.QOUT);
    assertThat(engine.participant().settled()).isTrue();
    assertThat(engine.clock.millis() - Engine.START).isBetween(4_900L, 7_500L);
  }

  @Test
  void refusalThatLastsBlocksWithATimerAndGoesAgainWhenItFires() {
    graph.answers(500, TEMPORARY);
    engine.happens(from(0, referral("form.READ01")));
    assertThat(engine.participant().state()).isEqualTo(State.BLOCKED);
    assertThat(engine.log).anyMatch(line -> line.contains("participant_blocked"));
    CreateScheduleRequest retry = engine.scheduler.schedules().values().iterator().next();
    graph.answers(200, "{}");
    engine.clock.advance(Duration.ofSeconds(61));

    engine.fires(retry);

    assertThat(engine.participant().state()).isEqualTo(State.QOUT);
    assertThat(engine.participant().settled()).isTrue();
  }

  @Test
  void finalRefusalBlocksWithoutATimer() {
    graph.answers(400, "{\"error\":{\"code\":190,\"message\":\"dead token\"}}");

    engine.happens(from(0, referral("form.READ01")));

    assertThat(engine.participant().state()).isEqualTo(State.BLOCKED);
    assertThat(engine.scheduler.schedules()).isEmpty();
    assertThat(graph.requests()).hasSize(1);
    assertThat(engine.log)
        .anyMatch(line -> line.contains("\"send_message\"") && line.contains("\"code\":\"190\""));
  }

  @Test
  void deliveryThatRunsTwiceSendsOnce() {
    engine.post(from(0, referral("form.READ01")));
    Map<String, AttributeValue> item = Objects.requireNonNull(engine.database.wakes().poll());

    engine.deliver(item);
    engine.deliver(item);
    engine.deliverAll();

    assertThat(graph.requests()).hasSize(1);
    assertThat(engine.participant().settled()).isTrue();
  }

  @Test
  void deliveryOfDaysAgoRepeatsNothingThoughItsClaimsAreGone() {
    engine.post(from(0, referral("form.READ01")));
    Map<String, AttributeValue> item = Objects.requireNonNull(engine.database.wakes().poll());
    engine.deliver(item);
    engine.clock.advance(Duration.ofDays(2));
    engine.forgetClaims();

    engine.deliver(item);

    assertThat(graph.requests()).hasSize(1);
  }

  @Test
  void deliveryThatMeetsAnotherInMidCallDoesNotSend() throws InterruptedException {
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    graph.answers(exchange -> {
      inCall.countDown();
      await(released);
      LoopbackGraph.respond(exchange, 200, "{}");
    });
    engine.post(from(0, referral("form.READ01")));
    Map<String, AttributeValue> item = Objects.requireNonNull(engine.database.wakes().poll());

    Thread first = Thread.ofVirtual().start(() -> engine.deliver(item));
    await(inCall);
    engine.deliver(item);
    released.countDown();
    first.join();

    assertThat(graph.requests()).hasSize(1);
    assertThat(engine.participant().settled()).isTrue();
  }

  @Test
  void deliveryOfTheFirstAttemptThatRunsAgainLeavesTheSecondToWhoeverHasItInHand()
      throws InterruptedException {
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    graph.answers(200, "neither");
    engine.post(from(0, referral("form.READ01")));
    Map<String, AttributeValue> first = Objects.requireNonNull(engine.database.wakes().poll());
    engine.deliver(first);
    graph.answers(exchange -> {
      inCall.countDown();
      await(released);
      LoopbackGraph.respond(exchange, 400, "{\"error\":{\"code\":100,\"message\":\"no\"}}");
    });
    CreateScheduleRequest retry = engine.scheduler.schedules().values().iterator().next();
    engine.clock.advance(Duration.ofSeconds(61));
    engine.timer(retry.target().input());
    Map<String, AttributeValue> second = Objects.requireNonNull(engine.database.wakes().poll());

    Thread holder = Thread.ofVirtual().start(() -> engine.deliver(second));
    await(inCall);
    engine.pause =
        duration -> {
          released.countDown();
          join(holder);
          engine.clock.advance(duration);
        };
    engine.deliver(first);
    released.countDown();
    holder.join();

    assertThat(graph.requests()).hasSize(2);
    assertThat(engine.participant().state()).isEqualTo(State.BLOCKED);
  }

  @Test
  void secondAttemptWhoseHolderDiedCountsAsSentAMinuteLater() {
    graph.answers(200, "neither");
    engine.post(from(0, referral("form.READ01")));
    engine.deliverAll();
    CreateScheduleRequest retry = engine.scheduler.schedules().values().iterator().next();
    engine.clock.advance(Duration.ofSeconds(61));
    engine.timer(retry.target().input());
    Map<String, AttributeValue> second = Objects.requireNonNull(engine.database.wakes().poll());
    engine.claimsHead();
    long started = engine.clock.millis();

    engine.deliver(second);

    assertThat(graph.requests()).hasSize(1);
    assertThat(engine.participant().settled()).isTrue();
    assertThat(engine.clock.millis() - started).isEqualTo(60_000);
  }

  @Test
  void replyFasterThanTheResultOfTheSendCounts() {
    graph.answers(exchange -> {
      if (graph.requests().size() == 1) {
        engine.post(from(1, text("m_1", "Ana")));
      }
      LoopbackGraph.respond(exchange, 200, "{}");
    });

    engine.happens(from(0, referral("form.READ01")));

    assertThat(graph.requests()).hasSize(2);
    assertThat(graph.requests().getLast().body()).contains("Where do you live?");
    assertThat(engine.participant().settled()).isTrue();
  }

  @Test
  void slowCallOfOneParticipantDelaysNoOther() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    graph.answers(exchange -> {
      if (graph.requests().size() == 1) {
        await(released);
      }
      LoopbackGraph.respond(exchange, 200, "{}");
    });
    engine.post(from("slow", 0, referral("form.READ01")));
    Map<String, AttributeValue> slow = Objects.requireNonNull(engine.database.wakes().poll());
    Thread hanging = Thread.ofVirtual().start(() -> engine.deliver(slow));
    while (graph.requests().isEmpty()) {
      Thread.onSpinWait();
    }

    for (int user = 0; user < 20; user++) {
      engine.happens(from("u" + user, 0, referral("form.READ01")));
    }

    assertThat(graph.requests()).hasSize(21);
    assertThat(hanging.isAlive()).isTrue();
    released.countDown();
    hanging.join();
  }

  @Test
  void nextEventAfterALostDeliveryStartsItAgain() {
    engine.post(from(0, referral("form.READ01")));
    engine.database.wakes().clear();
    engine.post(from(10_000, text("m_1", "Ana")));
    assertThat(engine.database.wakes()).isEmpty();
    engine.clock.advance(Duration.ofMinutes(11));

    engine.happens(from(20_000, text("m_2", "neither")));

    assertThat(graph.requests()).hasSize(4);
    assertThat(engine.participant().settled()).isTrue();
  }

  @Test
  void timerIsOneScheduleThatDeletesItselfAndKnowsItsDeadLetterQueue() {
    engine.happens(from(0, referral("form.READ01")));
    engine.happens(from(10_000, text("m_1", "Ana")));
    engine.happens(from(20_000, Requests.tap("m_2", "City", "region")));

    CreateScheduleRequest schedule = engine.scheduler.schedules().values().iterator().next();

    assertThat(schedule.scheduleExpression()).isEqualTo("at(2026-01-01T00:20:00)");
    assertThat(schedule.groupName()).isEqualTo("timers");
    assertThat(schedule.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.DELETE);
    assertThat(schedule.target().deadLetterConfig().arn()).isEqualTo("arn:queue");
    assertThat(schedule.target().roleArn()).isEqualTo("arn:role");
    assertThat(schedule.target().input()).contains("\"kind\":\"wait\"").contains("\"round\":3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"page_id\":\"1\",\"user_id\":\"2\",\"kind\":\"other\",\"round\":1}",
        "{\"page_id\":\"1\",\"user_id\":\"2\",\"kind\":\"wait\",\"round\":\"1\"}"
      })
  void payloadThatIsNoTimerIsAFault(String payload) {
    assertThatThrownBy(() -> engine.timer(payload)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timerOfAStrangerOrOfAnotherRoundIsInert() {
    engine.happens(from(0, referral("form.READ01")));
    long version = engine.participant().version();

    engine.fires(timer("nobody", "wait", 1));
    engine.fires(timer(Engine.USER, "wait", 77));
    engine.fires(timer(Engine.USER, "retry", 1));
    engine.fires("{\"page_id\":\"none\",\"user_id\":\"x\",\"kind\":\"wait\",\"round\":1}");

    assertThat(engine.participant().version()).isEqualTo(version);
  }

  private static String timer(String user, String kind, long round) {
    return "{\"page_id\":\"%s\",\"user_id\":\"%s\",\"kind\":\"%s\",\"round\":%d}"
        .formatted(Engine.PAGE, user, kind, round);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
