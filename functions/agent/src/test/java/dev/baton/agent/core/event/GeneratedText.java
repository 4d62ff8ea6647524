package dev.baton.agent.core.event;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.SplittableRandom;

/** Texts and values as models and tools make them, and as nobody hopes for. */
final class GeneratedText {
  private static final List<String> WORDS =
      List.of(
          "Hello",
          " there",
          ", and\n\ndata: {\"type\":\"done\"}\n\n",
          "\r\nevent: error\r\n",
          " \u2028\u2029",
          " \u0000\u0001\u007f",
          " \"quoted\" \\ back",
          " \ud83d\ude00\u00e9\u4e16",
          "</script><!--",
          "id: 99\n",
          " ",
          ": comment",
          "null");

  private GeneratedText() {}

  /** A text of at least one character. */
  static String piece(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int words = random.nextInt(1, 4); words > 0; words--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  /** Arguments of a call. */
  static JsonObject args(SplittableRandom random) {
    JsonObject.Builder args = JsonObject.builder();
    for (int count = random.nextInt(4); count > 0; count--) {
      args.put("name" + count, value(random));
    }
    return args.build();
  }

  /** What a tool gives, null included. */
  static Json value(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> JsonNull.NULL;
      case 1 -> new JsonNumber("82.50");
      case 2 -> Json.of(random.nextBoolean());
      case 3 -> JsonArray.of(Json.of(piece(random)), JsonNull.NULL);
      case 4 -> JsonObject.builder().put("messages", JsonArray.EMPTY).put("of", "lobby").build();
      default -> Json.of(piece(random));
    };
  }
}
