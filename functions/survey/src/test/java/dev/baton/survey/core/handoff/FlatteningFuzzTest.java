package dev.baton.survey.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whatever an app hands back, the hidden values stay within their limits. Source: survey
 * specification §7.
 */
class FlatteningFuzzTest {

  @FuzzTest
  void everyMetadataIsFlattenedWithinTheLimits(FuzzedDataProvider data) {
    boolean aliases = data.consumeBoolean();
    boolean inChain = data.consumeBoolean();
    Json json = json(data, 14);

    Flattened flattened =
        MetadataFlattening.flatten(new Metadata.Structured(json, 100), aliases, inChain);

    assertThat(flattened.error() == null || flattened.values().isEmpty()).isTrue();
    assertThat(flattened.names()).hasSizeLessThanOrEqualTo(200);
    flattened.values().keySet().forEach(FlatteningFuzzTest::isSafe);
    assertThat(MetadataFlattening.flatten(new Metadata.Structured(json, 100), aliases, inChain))
        .isEqualTo(flattened);
  }

  @FuzzTest
  void aSignalTwiceIsASignalOnce(FuzzedDataProvider data) {
    String type = data.consumeString(20);
    boolean snakeCase = data.consumeBoolean();
    JsonObject event = JsonObject.builder().put("type", type).put("x", json(data, 8)).build();

    SignalMerge once = SignalFlattening.merge(event, 100, Map.of(), Map.of(), snakeCase);

    if (once instanceof SignalMerge.Merged merged) {
      assertThat(SignalFlattening.merge(event, 100, merged.hidden(), merged.names(), snakeCase))
          .isEqualTo(once);
      merged.hidden().keySet().forEach(FlatteningFuzzTest::isSafe);
    }
  }

  private static void isSafe(String name) {
    assertThat(name).hasSizeLessThanOrEqualTo(255);
    assertThat(
            name.chars()
                .allMatch(character ->
                    character < 128 && (Character.isLetterOrDigit(character) || character == '_')))
        .isTrue();
  }

  private static Json json(FuzzedDataProvider data, int depth) {
    return switch (depth == 0 ? 0 : data.consumeInt(0, 6)) {
      case 0 -> Json.of(data.consumeString(20));
      case 1 -> new JsonNumber(Long.toString(data.consumeLong()));
      case 2 -> Json.of(data.consumeBoolean());
      case 3 -> JsonNull.NULL;
      case 4 -> array(data, depth);
      default -> object(data, depth);
    };
  }

  private static Json array(FuzzedDataProvider data, int depth) {
    List<Json> elements = new ArrayList<>();
    for (int count = data.consumeInt(0, 4); count > 0; count--) {
      elements.add(json(data, depth - 1));
    }
    return new JsonArray(elements);
  }

  private static Json object(FuzzedDataProvider data, int depth) {
    JsonObject.Builder object = JsonObject.builder();
    for (int count = data.consumeInt(0, 5); count > 0; count--) {
      object.put(data.consumeString(12), json(data, depth - 1));
    }
    return object.build();
  }
}
