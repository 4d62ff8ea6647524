package dev.baton.local.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import dev.baton.local.client.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Many participants at once, one webhook in twenty delivered twice, one Graph call in fifty refused
 * for the moment, one partner in ten silent. Survey spec §9. The system property {@code
 * baton.crowd} is the number of participants.
 */
class SurveyCrowdIT {
  private static final int CROWD = Integer.getInteger("baton.crowd", 60);

  /** All go on side by side, so nobody ends for a long time. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @Test
  void everyAnswerCountsOnceAndEveryHandoffEnds() throws Exception {
    try (LocalStack stack = WholeStack.start(Map.of("GRAPH_CALLS_PER_SECOND", "0"))) {
      Commands commands = new Commands(stack.apiUrl());
      Simulator simulator = new Simulator(stack.graphUrl());
      commands.data("survey-import", CrowdForm.input());
      prepare(simulator);

      for (int person = 0; person < CROWD; person++) {
        simulator.opens("person-" + person, "form." + CrowdForm.SHORTCODE);
      }
      awaitEnd(commands, simulator);

      assertThat(answersPerQuestion(commands)).hasSize(CROWD * CrowdForm.QUESTIONS);
      assertThat(answersPerQuestion(commands).values()).containsOnly(1);
      JsonNode summary =
          commands.data("survey-handoffs", Map.of("page_id", CrowdForm.PAGE)).path("summary");
      assertThat(summary.path("ended").asInt()).isEqualTo(CROWD);
      assertThat(summary.path("open").asInt()).isZero();
      JsonNode outcomes = summary.path("outcomes");
      assertThat(outcomes.path("returned").asInt() + outcomes.path("timed_out").asInt())
          .isEqualTo(CROWD);
      assertThat(deadLetters()).isZero();
    }
  }

  private static void prepare(Simulator simulator) {
    simulator.put("script", Map.of("when", "after", "answer_questions", true));
    simulator.put("webhooks", Map.of("duplicates", 0.05));
    simulator.post(
        "faults",
        Map.of("endpoint", "messages", "code", 2, "is_transient", true, "probability", 0.02));
    simulator.put(
        "partner/999888777",
        Map.of(
            "behaviour",
            "return",
            "after",
            "PT0.5S",
            "metadata",
            Map.of("level", 6),
            "probability",
            0.9,
            "otherwise",
            Map.of("behaviour", "never")));
  }

  private static void awaitEnd(Commands commands, Simulator simulator) {
    JsonNode counts = counts(commands);
    int ended = 0;
    Instant lastEnd = Instant.now();
    while (ended < CROWD) {
      assertThat(Instant.now()).as("nobody ends: " + counts).isBefore(lastEnd.plus(PATIENCE));
      simulator.get("settled?wait=PT2S");
      counts = counts(commands);
      if (counts.path("END").asInt() > ended) {
        ended = counts.path("END").asInt();
        lastEnd = Instant.now();
      }
    }
  }

  private static JsonNode counts(Commands commands) {
    return commands
        .data("survey-list", Map.of("page_id", CrowdForm.PAGE))
        .path("forms")
        .path(0)
        .path("counts");
  }

  /** How many answers there are of each person to each question. */
  private static Map<String, Integer> answersPerQuestion(Commands commands) {
    Map<String, Integer> answers = new HashMap<>();
    Map<String, Object> input =
        new HashMap<>(
            Map.of("page_id", CrowdForm.PAGE, "shortcode", CrowdForm.SHORTCODE, "limit", 200));
    String cursor;
    do {
      JsonNode data = commands.data("survey-responses", input);
      for (JsonNode row : data.path("rows")) {
        answers.merge(
            row.path("user_id").asText() + " " + row.path("ref").asText(), 1, Integer::sum);
      }
      cursor = data.path("next_cursor").asText();
      input.put("cursor", cursor);
    } while (!cursor.isEmpty());
    return answers;
  }

  private static int deadLetters() {
    try (SqsClient queues = SqsClient.create()) {
      return queues.listQueues().queueUrls().stream().mapToInt(url -> waiting(queues, url)).sum();
    }
  }

  private static int waiting(SqsClient queues, String url) {
    QueueAttributeName name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    return Integer.parseInt(
        queues
            .getQueueAttributes(request -> request.queueUrl(url).attributeNames(name))
            .attributes()
            .get(name));
  }
}
