package dev.baton.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.dynamo.Cursor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {

  @Test
  void cursorGoesOnAlsoWhenTheSameFieldsComeInAnotherOrder() {
    JsonObject asked =
        JsonObject.builder().put("page_id", "1").put("shortcode", "A").put("limit", 50).build();
    Listing first = Listing.of("survey-responses", new Arguments(asked));
    String cursor =
        first
            .putNext(JsonObject.builder(), new Cursor(List.of("pk", "sk")))
            .build()
            .text("next_cursor");

    JsonObject again =
        JsonObject.builder()
            .put("shortcode", "A")
            .putIfPresent("cursor", cursor)
            .put("page_id", "1")
            .put("limit", 10)
            .build();
    Listing second = Listing.of("survey-responses", new Arguments(again));

    assertThat(second.broken()).isFalse();
    assertThat(second.from()).isEqualTo(new Cursor(List.of("pk", "sk")));
  }
}
