package dev.baton.local.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.SimulatorWorld.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Many people at once. */
final class CrowdIT {

  private static final int PEOPLE = 1_000;
  private static final int QUESTIONS = 4;

  @AutoClose private final SimulatorWorld world;

  CrowdIT() throws Exception {
    world = new SimulatorWorld();
  }

  @Test
  void aThousandPeopleAnswerFromInsideTheRequestEachInOrder() throws Exception {
    world.quiet();
    world.order("PUT", "script", "{\"when\":\"inside\",\"answer_questions\":true}");

    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> surveys = new ArrayList<>();
      IntStream.range(0, PEOPLE).forEach(person -> surveys.add(() -> survey("p" + person)));
      for (Future<Integer> survey : all.invokeAll(surveys)) {
        assertThat(survey.get()).isEqualTo(QUESTIONS);
      }
    }

    Map<String, List<String>> answers = new HashMap<>();
    for (WebhookReceiver.Item item : world.settledItems()) {
      JsonNode json = item.json();
      answers
          .computeIfAbsent(json.at("/sender/id").asText(), missing -> new ArrayList<>())
          .add(json.at("/message/text").asText());
    }
    assertThat(answers).hasSize(PEOPLE);
    assertThat(answers.values())
        .containsOnly(
            IntStream.range(0, QUESTIONS).mapToObj(number -> "My answer to q" + number).toList());
  }

  private int survey(String person) throws Exception {
    int accepted = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      Answer answer =
          world.graph(
              "messages",
              """
              {"recipient":{"id":"%s"},"message":{"text":"Question %d",
               "metadata":"{\\"ref\\":\\"q%d\\",\\"type\\":\\"short_text\\"}"}}\
              """
                  .formatted(person, question, question));
      accepted += answer.status() == 200 ? 1 : 0;
    }
    return accepted;
  }
}
