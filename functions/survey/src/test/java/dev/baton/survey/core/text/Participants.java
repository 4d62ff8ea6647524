package dev.baton.survey.core.text;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.Map;

/** Participants for tests of templates. */
final class Participants {
  private Participants() {}

  /** Somebody with values of every kind. */
  static Values ana() {
    return new Values(
        "4567890123456789",
        3382297316L,
        Map.of(
            "age_group", Json.of("25-34"),
            "nothing", JsonNull.NULL,
            "empty", Json.of(""),
            "level", new JsonNumber("6"),
            "score", new JsonNumber("82.50"),
            "ok", Json.of(false),
            "tricky", Json.of("{{hidden:id}}"),
            "query", Json.of("a b&c=\u00e9/?#~-_.\ud83d\ude00"),
            "object", JsonObject.builder().put("a", 1).build(),
            "list", JsonArray.of(Json.of(1))),
        Map.of(
            "name", new StoredAnswer("Ana", Json.of("Ana")),
            "age", new StoredAnswer("\u0664\u0662", new JsonNumber("42")),
            "phone", new StoredAnswer("0151 23456789", Json.of("+4915123456789")),
            "consent", new StoredAnswer("Yes", Json.of("Yes"))),
        Map.of("score", new JsonNumber("7")));
  }
}
