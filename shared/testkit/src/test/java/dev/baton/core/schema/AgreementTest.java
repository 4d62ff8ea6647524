package dev.baton.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.FieldError;
import dev.baton.testkit.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parser accepts exactly what the schema accepts. */
class AgreementTest {
  private static final int SHAPES = 400;
  private static final int VALUES = 50;
  private static final long SEED = 20_260_115L;

  @Test
  void parserAcceptsExactlyWhatTheSchemaAccepts() {
    Schema meta = Schema.ofSchemas();
    int accepted = 0;
    for (long seed = SEED; seed < SEED + SHAPES; seed++) {
      RandomShapes random = new RandomShapes(seed);
      Shape shape = random.shape(2);
      JsonObject json = JsonSchemas.input(shape);
      Schema schema = Schema.of(json);
      assertThat(meta.problems(json)).isEmpty();
      for (int count = 0; count < VALUES; count++) {
        JsonObject value = random.value(shape);
        List<FieldError> ours = ShapeCheck.of(value, shape);
        List<String> theirs = schema.problems(value);

        assertThat(ours.isEmpty())
            .as("seed %d: %s%n%s%n%s%n%s", seed, json.write(), value.write(), ours, theirs)
            .isEqualTo(theirs.isEmpty());
        accepted += ours.isEmpty() ? 1 : 0;
      }
    }
    assertThat(accepted).isBetween(SHAPES * VALUES / 50, SHAPES * VALUES * 9 / 10);
  }

  @Test
  void whatAppliesByDefaultIsValidAndFilledIn() {
    Shape shape =
        Shape.of(
            Field.optional("limit", new FieldType.Whole(1, 100), "How many.").orElse(50),
            Field.optional(
                "view",
                FieldType.nested(Field.choice("color", List.of("red"), "It.").orElse("red")),
                "How."));
    JsonObject sent = JsonObject.builder().put("view", JsonObject.EMPTY).build();

    assertThat(shape.filled(sent).write()).isEqualTo("{\"view\":{\"color\":\"red\"},\"limit\":50}");
    assertThat(ShapeCheck.of(shape.filled(sent), shape)).isEmpty();
    assertThat(JsonSchemas.input(shape).write())
        .contains("\"default\":50")
        .doesNotContain("required");
  }
}
