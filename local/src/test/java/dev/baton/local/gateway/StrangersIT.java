package dev.baton.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.gateway.GatewayWorld.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two keys, turn by turn, over every listed command: what belongs to the other is like what does
 * not exist, byte for byte but for trace id and times, and whoever is turned away changed nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StrangersIT {
  private static final String ADA = "Bearer ada";
  private static final String EVE = "Bearer eve";

  /** Fields that name an object of somebody, and a name that nobody has. */
  private static final Map<String, String> NAMES =
      Map.of(
          "page_id", "1999999999999",
          "sessionId", "ses_0000000000000000000000",
          "keyId", "zzzzzzzz");

  private GatewayWorld world;
  private JsonNode commands;
  private String session = "";

  @BeforeAll
  void start() throws Exception {
    world = new GatewayWorld();
    world.key("ada", "ada", "*", Map.of());
    world.key("eve", "eve", "*", Map.of());
    commands = world.get("/commands", "Authorization", ADA).json().path("commands");
    assertThat(call("survey-import", imported(), ADA).status()).isEqualTo(200);
    Reply connected = call("chat-connect", example("chat-connect"), ADA);
    session = connected.json().at("/data/credentials/sessionId").asText();
    assertThat(session).startsWith("ses_");
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void whatIsForeignIsMissing() {
    for (JsonNode command : commands) {
      String name = command.path("name").asText();
      ObjectNode foreign = ofAda(example(name));
      String field = named(foreign);
      if (field == null || command.path("name").asText().equals("survey-import")) {
        continue;
      }
      ObjectNode missing = foreign.deepCopy().put(field, NAMES.get(field));
      String before = ownerSees();

      Reply asked = call(name, foreign, EVE);
      Reply guessed = call(name, missing, EVE);

      assertThat(asked.status()).as(name).isEqualTo(404);
      assertThat(asked.timeless().replace(foreign.path(field).asText(), "?"))
          .as(name)
          .isEqualTo(guessed.timeless().replace(missing.path(field).asText(), "?"));
      assertThat(asked.header("Content-Type")).isEqualTo(guessed.header("Content-Type"));
      assertThat(ownerSees()).as("after " + name).isEqualTo(before);
    }
  }

  @Test
  void nobodyTakesWhatSomebodyHas() {
    Reply taken = call("survey-import", imported(), EVE);

    assertThat(taken.status()).isEqualTo(404);
    assertThat(taken.json().path("error").path("code").asText()).isEqualTo("PAGE_NOT_FOUND");
  }

  @Test
  void listsShowEverybodyTheirOwn() {
    ObjectNode all = (ObjectNode) GatewayWorld.json("{}");

    assertThat(call("survey-list", all, ADA).response().body()).contains("1000000000001");
    assertThat(call("survey-list", all, EVE).response().body()).doesNotContain("1000000000001");
  }

  @Test
  void strangersAreNotToldWhatIsWrongWithWhatTheySend() {
    for (JsonNode command : commands) {
      String path = "/commands/" + command.path("name").asText();
      List<String> answers =
          List.of("{}", "{oops", "{'no_such_field':1}", example(path.substring(10)).toString())
              .stream()
              .map(body -> world.post(path, body, "Authorization", "Bearer nobody"))
              .map(reply -> reply.status() + reply.timeless())
              .distinct()
              .toList();

      assertThat(answers).as(path).hasSize(1);
      assertThat(answers.getFirst()).startsWith("401").contains("INVALID_TOKEN");
    }
  }

  @Test
  void noMutationIsCalledByGet() {
    for (JsonNode command : commands) {
      Reply reply = world.get("/commands/" + command.path("name").asText(), "Authorization", ADA);

      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.header("Allow")).isEqualTo("POST");
    }
  }

  /** The input with the session that Ada really has. */
  private ObjectNode ofAda(ObjectNode input) {
    return input.has("sessionId") ? input.deepCopy().put("sessionId", session) : input;
  }

  private ObjectNode imported() {
    return example("survey-import").put("check_only", false);
  }

  private String ownerSees() {
    return call("chat-status", ofAda(example("chat-status")), ADA).timeless()
        + call("survey-show", example("survey-show"), ADA).timeless()
        + call("survey-list", (ObjectNode) GatewayWorld.json("{}"), ADA).timeless();
  }

  private ObjectNode example(String name) {
    for (JsonNode command : commands) {
      if (command.path("name").asText().equals(name)) {
        return (ObjectNode) command.at("/examples/0/input");
      }
    }
    throw new AssertionError("There is no " + name);
  }

  private static @Nullable String named(ObjectNode input) {
    return NAMES.keySet().stream().filter(input::has).findFirst().orElse(null);
  }

  private Reply call(String name, ObjectNode input, String key) {
    return world.post("/commands/" + name, input.toString(), "Authorization", key);
  }
}
