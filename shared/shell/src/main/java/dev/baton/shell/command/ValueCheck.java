package dev.baton.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.result.FieldError;
import dev.baton.core.time.UtcText;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one value is what its field may hold. */
final class ValueCheck {
  private final String path;

  private ValueCheck(String path) {
    this.path = path;
  }

  static Optional<FieldError> of(InputType type, Json value, String path) {
    return Optional.ofNullable(new ValueCheck(path).problem(type, value));
  }

  private @Nullable FieldError problem(InputType type, Json value) {
    if (value instanceof JsonNull) {
      return wrong("must not be null; leave the field out", "invalid_type", null);
    }
    return switch (type) {
      case InputType.Text text -> text(text, value);
      case InputType.Choice choice -> choice(choice, value);
      case InputType.Whole whole -> whole(whole, value);
      case InputType.Truth truth ->
          value instanceof JsonBoolean ? null : type("must be true or false", "boolean");
      case InputType.Moment moment -> moment(value);
      case InputType.FreeObject(int mostBytes) ->
          value instanceof JsonObject
              ? tooLarge(value.write(), mostBytes)
              : type("must be an object", "object");
      case InputType.Document(int mostBytes) -> document(value, mostBytes);
      case InputType.Nested nested ->
          value instanceof JsonObject ? null : type("must be an object", "object");
    };
  }

  private @Nullable FieldError text(InputType.Text type, Json value) {
    if (!(value instanceof JsonText(String text))) {
      return type("must be a text", "string");
    }
    int length = text.codePointCount(0, text.length());
    if (length < type.shortest() || length > type.longest()) {
      String range = type.shortest() + ".." + type.longest();
      return wrong("must have " + range + " characters", "out_of_range", range);
    }
    if (text.codePoints().anyMatch(ValueCheck::isForbidden)) {
      return wrong("must not contain control characters or broken ones", "invalid_value", null);
    }
    String shape = type.shape();
    return shape == null || text.matches(shape)
        ? null
        : wrong("must match " + shape, "invalid_value", shape);
  }

  private @Nullable FieldError choice(InputType.Choice type, Json value) {
    if (value instanceof JsonText(String text) && type.words().contains(text)) {
      return null;
    }
    String words = String.join(", ", type.words());
    return wrong("must be one of " + words, "invalid_value", words);
  }

  private @Nullable FieldError whole(InputType.Whole type, Json value) {
    if (!(value instanceof JsonNumber(String literal)) || !literal.matches("-?[0-9]{1,18}")) {
      return type("must be an integer", "integer");
    }
    long number = Long.parseLong(literal);
    String range = type.least() + ".." + type.greatest();
    return number < type.least() || number > type.greatest()
        ? wrong("must be " + range, "out_of_range", range)
        : null;
  }

  private @Nullable FieldError moment(Json value) {
    boolean readable =
        switch (value) {
          case JsonText(String text) -> UtcText.read(text) != null;
          case JsonNumber(String literal) ->
              literal.matches("[0-9]{1,15}")
                  && new BigDecimal(literal).compareTo(Arguments.LATEST) <= 0;
          default -> false;
        };
    return readable
        ? null
        : wrong(
            "must be an ISO-8601 date-time with offset, a date, or milliseconds since 1970",
            "invalid_value",
            "2026-01-15T10:00:00Z");
  }

  private @Nullable FieldError document(Json value, int mostBytes) {
    return switch (value) {
      case JsonText(String text) -> tooLarge(text, mostBytes);
      case JsonObject object -> tooLarge(object.write(), mostBytes);
      default -> type("must be an object, or a text that holds one", "object");
    };
  }

  private @Nullable FieldError tooLarge(String text, int mostBytes) {
    return text.getBytes(UTF_8).length <= mostBytes
        ? null
        : wrong("must have at most " + mostBytes + " bytes", "too_large", "<= " + mostBytes);
  }

  private FieldError type(String message, String expected) {
    return wrong(message, "invalid_type", expected);
  }

  private FieldError wrong(String message, String code, @Nullable String expected) {
    return new FieldError(path, message, code, expected);
  }

  private static boolean isForbidden(int character) {
    boolean control = Character.isISOControl(character) && character != '\t' && character != '\n';
    return control || (character >= 0xD800 && character <= 0xDFFF);
  }
}
