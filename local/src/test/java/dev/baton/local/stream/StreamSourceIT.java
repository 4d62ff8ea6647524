package dev.baton.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.toy.ToyFunctions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamSourceIT {
  @TempDir Path data;

  private final ToyFunctions.Seen seen = new ToyFunctions.Seen();

  @Test
  void recordsHaveTheShapeThatLambdaSends() throws Exception {
    ToyFunctions.Seen events = new ToyFunctions.Seen();
    LocalFunction consumer =
        ToyFunctions.function(
            "consumer",
            event -> {
              events.add(event);
              return "{}";
            });
    try (StreamWorld world = new StreamWorld(null, StreamWorld.mapping(false, 1), consumer)) {
      world.put("a", 7);

      JsonNode record = StreamWorld.json(Objects.requireNonNull(events.next())).at("/Records/0");
      assertThat(record.path("eventID").asText()).matches("[0-9a-f]{32}");
      assertThat(record.path("eventName").asText()).isEqualTo("INSERT");
      assertThat(record.path("eventVersion").asText()).isEqualTo("1.1");
      assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
      assertThat(record.path("awsRegion").asText()).isEqualTo("eu-central-1");
      assertThat(record.path("eventSourceARN").asText())
          .startsWith("arn:aws:dynamodb:eu-central-1:000000000000:table/Items/stream/20");
      ObjectNode change = (ObjectNode) record.path("dynamodb");
      assertThat(Instant.ofEpochSecond(change.path("ApproximateCreationDateTime").asLong()))
          .isBetween(Instant.now().minusSeconds(60), Instant.now());
      assertThat(change.path("SequenceNumber").asText()).isNotEmpty();
      change.remove(List.of("ApproximateCreationDateTime", "SequenceNumber"));
      assertThat(change)
          .isEqualTo(
              StreamWorld.json(
                  """
                  {"Keys":{"pk":{"S":"a"}},"NewImage":{"pk":{"S":"a"},"n":{"N":"7"}},
                   "SizeBytes":%d,"StreamViewType":"NEW_IMAGE"}\
                  """
                      .formatted(change.path("SizeBytes").asInt())));
    }
  }

  @Test
  void theFilterDropsRecordsBeforeTheFunctionSeesThem() throws Exception {
    String onlySevens = "{\"dynamodb\":{\"NewImage\":{\"n\":{\"N\":[\"7\"]}}}}";
    try (StreamWorld world =
        new StreamWorld(null, StreamWorld.mapping(false, 1, onlySevens), consumer(Set.of()))) {
      world.put("a", 1);
      world.put("b", 7);
      world.put("c", 2);
      world.put("d", 7);

      assertThat(List.of(next(), next())).containsExactly("b 7", "d 7");
      assertThat(seen.rest()).isZero();
    }
  }

  @Test
  void recordsOfOneKeyStayInOrderWhateverHappensBeside() throws Exception {
    try (StreamWorld world =
        new StreamWorld(null, StreamWorld.mapping(true, 4), consumer(Set.of("k3 5")))) {
      for (int n = 0; n < 20; n++) {
        for (int k = 0; k < 6; k++) {
          world.put("k" + k, n);
        }
      }

      Map<String, List<Integer>> perKey = new HashMap<>();
      for (int i = 0; i < 6 * 20 - 1; i++) {
        String[] parts = next().split(" ");
        perKey.computeIfAbsent(parts[0], k -> new ArrayList<>()).add(Integer.valueOf(parts[1]));
      }
      assertThat(perKey).hasSize(6);
      assertThat(perKey.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
      assertThat(letters(world)).hasSize(1);
    }
  }

  @Test
  void itemFailuresRetryFromTheLowestFailedRecordOn() throws Exception {
    Set<String> failsOnce = ConcurrentHashMap.newKeySet();
    failsOnce.add("c 3");
    LocalFunction consumer =
        ToyFunctions.function(
            "consumer",
            event -> {
              ArrayNode failures = Jsons.object().putArray("batchItemFailures");
              for (JsonNode record : StreamWorld.json(event).path("Records")) {
                seen.add(name(record));
                if (failsOnce.remove(name(record))) {
                  failures
                      .addObject()
                      .put("itemIdentifier", record.at("/dynamodb/SequenceNumber").asText());
                }
              }
              ObjectNode answer = Jsons.object();
              answer.set("batchItemFailures", failures);
              return Jsons.write(answer);
            });
    try (StreamWorld world = new StreamWorld(null, StreamWorld.wholeBatches(4), consumer)) {
      world.put("a", 1);
      world.put("b", 2);
      world.put("c", 3);
      world.put("d", 4);

      List<String> calls = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        calls.add(next());
      }
      assertThat(calls).containsExactly("a 1", "b 2", "c 3", "d 4", "c 3", "d 4");
      assertThat(letters(world)).isEmpty();
    }
  }

  @Test
  void bisectingLeavesOnlyThePoisonInTheDeadLetters() throws Exception {
    try (StreamWorld world =
        new StreamWorld(null, StreamWorld.mapping(true, 1), consumer(Set.of("e 5")))) {
      for (int n = 1; n <= 9; n++) {
        world.put(String.valueOf((char) ('a' + n - 1)), n);
      }

      List<String> handled = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        handled.add(next());
      }
      assertThat(handled).containsExactly("a 1", "b 2", "c 3", "d 4", "f 6", "g 7", "h 8", "i 9");
      JsonNode letter = letters(world).getFirst();
      assertThat(letter.at("/requestContext/condition").asText())
          .isEqualTo("RetryAttemptsExhausted");
      assertThat(letter.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
      JsonNode batch = letter.path("DDBStreamBatchInfo");
      assertThat(batch.path("batchSize").asInt()).isEqualTo(1);
      assertThat(batch.path("startSequenceNumber")).isEqualTo(batch.path("endSequenceNumber"));
      assertThat(batch.path("shardId").asText()).startsWith("shardId-");
      assertThat(batch.path("streamArn").asText()).contains(":table/Items/stream/");
    }
  }

  @Test
  void recordsThatWereNotDoneComeAgainAfterARestart() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    LocalFunction hanging =
        ToyFunctions.function(
            "consumer",
            event -> {
              seen.add("hangs");
              await(never);
              return "{}";
            });
    try (StreamWorld world = new StreamWorld(data, StreamWorld.mapping(false, 1), hanging)) {
      world.put("a", 1);
      assertThat(seen.next()).isEqualTo("hangs");
      world.put("b", 2);
    }

    try (StreamWorld world =
        new StreamWorld(data, StreamWorld.mapping(false, 1), consumer(Set.of()))) {
      assertThat(List.of(next(), next())).containsExactly("a 1", "b 2");
      world.put("c", 3);
      assertThat(next()).isEqualTo("c 3");
    }

    try (StreamWorld world =
        new StreamWorld(data, StreamWorld.mapping(false, 1), consumer(Set.of()))) {
      world.put("d", 4);
      assertThat(next()).isEqualTo("d 4");
    }
  }

  /**
   * Notes what it handles; throws on a batch with a poisoned record before it handles any of it.
   */
  private LocalFunction consumer(Set<String> poison) {
    return ToyFunctions.function(
        "consumer",
        event -> {
          List<String> names = new ArrayList<>();
          StreamWorld.json(event).path("Records").forEach(record -> names.add(name(record)));
          if (names.stream().anyMatch(poison::contains)) {
            throw new IOException("poisoned");
          }
          names.forEach(seen::add);
          return "{}";
        });
  }

  private String next() throws InterruptedException {
    return Objects.requireNonNull(seen.next(), "no record came");
  }

  private static String name(JsonNode record) {
    return record.at("/dynamodb/NewImage/pk/S").asText()
        + " "
        + record.at("/dynamodb/NewImage/n/N").asText();
  }

  private static List<JsonNode> letters(StreamWorld world) {
    return world.queues().peek("letters").stream().map(StreamWorld::json).toList();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
