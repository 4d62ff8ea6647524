package dev.baton.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Protocol;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HandoffCheckTest {
  private static final long NOW = 1_768_471_200_000L;
  private static final String TOKEN = "p5N7ZLjKpY8Dchu2us9ceMsjX-vg5wsbhM2ZVBRhoI4";
  private static final String SESSION = "ses_4kq0Zt1mB7cX2vNn8aYwPg";
  private static final HandoffDefinition DEFINITION =
      new HandoffDefinition(
          Protocol.WEBSOCKET,
          List.of(),
          true,
          "chat-poll",
          false,
          List.of("text", "typing", "presence", "history"));

  /**
   * One change of a good result.
   *
   * @param path what is changed
   * @param value the new value; null to leave it out
   */
  record Mutation(String path, @Nullable Json value) {}

  @Test
  void theResultOfTheSpecificationPasses() {
    assertThat(HandoffCheck.of(good(), DEFINITION, NOW)).isEmpty();
  }

  @Test
  void aStreamsEndpointMayNameARunAndAPlace() {
    String base = "https://stream.baton.example/api/agent/stream?session_id=" + SESSION;

    assertThat(ofStream(base)).isEmpty();
    assertThat(ofStream(base + "&run_id=run_1&after=12")).isEmpty();
    assertThat(ofStream(base + "&after=0")).isEmpty();
    assertThat(
            List.of(
                base + "&ticket=" + TOKEN,
                base + "&ticket=x",
                base + "&after=12&run_id=run_1",
                base + "&after=",
                base + "&after=12&after=13",
                base.replace("session_id", "session"),
                base.replace("https", "wss"),
                base + "x"))
        .allSatisfy(endpoint -> assertThat(ofStream(endpoint)).hasSize(1));
  }

  private static List<FieldError> ofStream(String endpoint) {
    HandoffDefinition definition =
        new HandoffDefinition(
            Protocol.SSE, List.of(Protocol.WEBSOCKET), true, "x-poll", false, List.of("text"));
    JsonObject result =
        new HandoffResult(
                Protocol.SSE,
                endpoint,
                new HandoffResult.Credentials(TOKEN, SESSION),
                new HandoffResult.Metadata(
                    200,
                    List.of("text"),
                    NOW + 1,
                    new HandoffResult.Reconnect(true, 5, 1_000),
                    "A stream",
                    new HandoffResult.CatchUp(null, null, 0, 0)))
            .toJson();
    return HandoffCheck.of(result, definition, NOW);
  }

  @Test
  void theWireFormIsTheOneOfTheSpecification() {
    assertThat(good().write())
        .isEqualTo(
            "{\"protocol\":\"websocket\",\"endpoint\":\"wss://ws.baton.example/live?session="
                + SESSION
                + "\",\"credentials\":{\"token\":\""
                + TOKEN
                + "\",\"sessionId\":\""
                + SESSION
                + "\"},\"metadata\":{\"expectedLatency\":200,\"capabilities\":[\"text\",\"typing\","
                + "\"presence\",\"history\"],\"expiresAt\":\"2026-01-15T10:05:00.000Z\","
                + "\"reconnect\":{\"allowed\":true,\"maxAttempts\":5,\"backoffMs\":1000},"
                + "\"description\":\"Live chat in room general\",\"catchUp\":"
                + "{\"lastMessageId\":\"41-0feae16d\",\"lastSeq\":41,\"missed\":0}}}");
  }

  @Test
  void everyFieldIsMissed() {
    for (String path : paths(good(), "")) {
      if (!path.equals("metadata.catchUp.lastMessageId")) {
        assertThat(problems(new Mutation(path, null))).as(path).contains(path);
      }
    }
  }

  @Test
  void everyFieldOfAnotherTypeIsNamed() {
    for (String path : paths(good(), "")) {
      for (Json wrong : List.of(JsonNull.NULL, new JsonNumber("-1.5"), JsonArray.of(Json.of(1)))) {
        assertThat(problems(new Mutation(path, wrong)))
            .as(path + " = " + wrong.write())
            .anyMatch(named -> named.startsWith(path));
      }
    }
  }

  @ParameterizedTest
  @MethodSource
  void everyBrokenPromiseIsNamed(Mutation mutation) {
    assertThat(problems(mutation)).containsExactly(mutation.path());
  }

  static List<Mutation> everyBrokenPromiseIsNamed() {
    List<Mutation> mutations = new ArrayList<>();
    texts(mutations, "protocol", "", "sse", "webrtc", "WebSocket", "handoff:resumable");
    texts(
        mutations,
        "endpoint",
        "ws.baton.example/live?session=" + SESSION,
        "/live?session=" + SESSION,
        "ws://ws.baton.example/live?session=" + SESSION,
        "https://ws.baton.example/live?session=" + SESSION,
        "wss://ada@ws.baton.example/live?session=" + SESSION,
        "wss://ws.baton.example/live?session=" + SESSION + "#x",
        "wss://ws.baton.example/live?session=" + SESSION + "&token=" + TOKEN,
        "wss://ws.baton.example/live?token=x&session=" + SESSION,
        "wss://ws.baton.example/" + TOKEN + "?session=" + SESSION,
        "wss://ws.baton.example/live?session=ses_AAAAAAAAAAAAAAAAAAAAAA",
        "wss://ws.baton.example/live",
        "ws://localhost.evil.example/live?session=" + SESSION);
    texts(mutations, "credentials.token", "", "short", TOKEN + "A", TOKEN.replace('p', '+'));
    texts(mutations, "credentials.sessionId", "", "4kq0Zt1mB7cX2vNn8aYwPg", SESSION + "g");
    texts(
        mutations,
        "metadata.expiresAt",
        "tomorrow",
        "2026-01-15T10:00:00.000Z",
        "2026-01-15T09:59:59.999Z",
        "2026-01-15T10:15:00.001Z",
        "2026-01-15T11:05:00.000+01:00",
        "2026-01-15T10:05:00Z",
        "2026-01-15");
    mutations.add(new Mutation("metadata.capabilities", JsonArray.EMPTY));
    mutations.add(new Mutation("metadata.capabilities", JsonArray.of(Json.of("video"))));
    mutations.add(
        new Mutation("metadata.capabilities", JsonArray.of(Json.of("text"), Json.of("text"))));
    texts(mutations, "metadata.description", "", "  ");
    mutations.add(new Mutation("metadata.reconnect.allowed", JsonBoolean.FALSE));
    mutations.add(new Mutation("metadata.reconnect.backoffMs", Json.of(0)));
    mutations.add(new Mutation("metadata.expectedLatency", Json.of(-1)));
    mutations.add(new Mutation("metadata.catchUp.lastSeq", Json.of(0)));
    mutations.add(new Mutation("metadata.catchUp.missed", Json.of(42)));
    mutations.add(new Mutation("credentials.headers", JsonObject.EMPTY));
    mutations.add(new Mutation("metadata.more", JsonBoolean.TRUE));
    return mutations;
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080",
    "127.0.0.1:8080",
    "127.1.2.3",
    "[::1]:9",
  })
  void onLoopbackItMayBePlain(String host) {
    assertThat(
            problems(
                new Mutation("endpoint", Json.of("ws://" + host + "/live?session=" + SESSION))))
        .isEmpty();
  }

  @Test
  void withoutAttemptsThereIsNoReconnect() {
    assertThat(problems(new Mutation("metadata.reconnect.maxAttempts", Json.of(0))))
        .containsExactly("metadata.reconnect.allowed");
  }

  @Test
  void noProblemTellsTheToken() {
    JsonObject leaking =
        changed(
            good(), new Mutation("endpoint", Json.of("wss://x/" + TOKEN + "?session=" + SESSION)));

    assertThat(HandoffCheck.of(leaking, DEFINITION, NOW).toString()).doesNotContain(TOKEN);
  }

  @Test
  void theProtocolIsTheFieldWhateverTheTagsSay() {
    HandoffDefinition both =
        new HandoffDefinition(
            Protocol.SSE,
            List.of(Protocol.WEBSOCKET),
            true,
            "x-y",
            true,
            DEFINITION.capabilities());

    assertThat(HandoffCheck.of(good(), both, NOW)).isEmpty();
    assertThat(HandoffCheck.of(Json.of("x"), DEFINITION, NOW)).isNotEmpty();
  }

  private static void texts(List<Mutation> mutations, String path, String... values) {
    for (String value : values) {
      mutations.add(new Mutation(path, Json.of(value)));
    }
  }

  private static List<String> problems(Mutation mutation) {
    return HandoffCheck.of(changed(good(), mutation), DEFINITION, NOW).stream()
        .map(FieldError::path)
        .distinct()
        .toList();
  }

  private static JsonObject changed(JsonObject object, Mutation mutation) {
    int dot = mutation.path().indexOf('.');
    String first = dot < 0 ? mutation.path() : mutation.path().substring(0, dot);
    JsonObject.Builder changed = JsonObject.builder();
    for (JsonObject.Member member : object.members()) {
      if (!member.name().equals(first)) {
        changed.put(member.name(), member.value());
      } else if (dot >= 0 && member.value() instanceof JsonObject inner) {
        String rest = mutation.path().substring(dot + 1);
        changed.put(first, changed(inner, new Mutation(rest, mutation.value())));
      } else {
        changed.putIfPresent(first, mutation.value());
      }
    }
    return object.has(first)
        ? changed.build()
        : changed.putIfPresent(first, mutation.value()).build();
  }

  private static List<String> paths(JsonObject object, String prefix) {
    List<String> paths = new ArrayList<>();
    for (JsonObject.Member member : object.members()) {
      paths.add(prefix + member.name());
      if (member.value() instanceof JsonObject inner) {
        paths.addAll(paths(inner, prefix + member.name() + "."));
      }
    }
    return paths;
  }

  private static JsonObject good() {
    return new HandoffResult(
            Protocol.WEBSOCKET,
            "wss://ws.baton.example/live?session=" + SESSION,
            new HandoffResult.Credentials(TOKEN, SESSION),
            new HandoffResult.Metadata(
                200,
                DEFINITION.capabilities(),
                NOW + 300_000,
                new HandoffResult.Reconnect(true, 5, 1_000),
                "Live chat in room general",
                new HandoffResult.CatchUp(null, "41-0feae16d", 41, 0)))
        .toJson();
  }
}
