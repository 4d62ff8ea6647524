package dev.baton.core.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.result.FieldError;
import dev.baton.core.time.UtcText;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether one value is what its field may hold; what holds other values is looked into elsewhere.
 */
record ValueCheck(String path) {

  @Nullable FieldError problem(FieldType type, Json value) {
    return switch (type) {
      case FieldType.Text text -> text(text, value);
      case FieldType.FreeText text ->
          value instanceof JsonText ? null : type("must be a text", "string");
      case FieldType.Choice choice -> choice(choice, value);
      case FieldType.Whole whole -> whole(whole, value);
      case FieldType.Decimal decimal ->
          value instanceof JsonNumber ? null : type("must be a number", "number");
      case FieldType.Truth truth ->
          value instanceof JsonBoolean ? null : type("must be true or false", "boolean");
      case FieldType.Moment moment ->
          Moments.isMoment(value)
              ? null
              : wrong(
                  "must be an ISO-8601 date-time with seconds and offset, a date, or milliseconds"
                      + " since 1970",
                  "invalid_value",
                  "2026-01-15T10:00:00Z");
      case FieldType.Timestamp timestamp -> timestamp(value);
      case FieldType.FreeObject(int mostBytes) ->
          value instanceof JsonObject
              ? tooLarge(value.write(), mostBytes)
              : type("must be an object", "object");
      case FieldType.Document(int mostBytes) -> document(value, mostBytes);
      case FieldType.Anything anything -> null;
      case FieldType.Nested nested -> type("must be an object", "object");
      case FieldType.ListOf list -> type("must be an array", "array");
      case FieldType.MapOf map -> type("must be an object", "object");
      case FieldType.Either either -> type("must be another type", null);
    };
  }

  private @Nullable FieldError text(FieldType.Text type, Json value) {
    if (!(value instanceof JsonText(String text))) {
      return type("must be a text", "string");
    }
    int length = text.codePointCount(0, text.length());
    if (length < type.shortest() || length > type.longest()) {
      String range = type.shortest() + ".." + type.longest();
      return wrong("must have " + range + " characters", "out_of_range", range);
    }
    Pattern shape = type.shape();
    if (text.codePoints().anyMatch(each -> isForbidden(each, shape == null))) {
      return wrong("must not contain control characters or broken ones", "invalid_value", null);
    }
    return shape == null || shape.matcher(text).matches()
        ? null
        : wrong("must match " + shape.pattern(), "invalid_value", shape.pattern());
  }

  private @Nullable FieldError choice(FieldType.Choice type, Json value) {
    if (value instanceof JsonText(String text) && type.words().contains(text)) {
      return null;
    }
    String words = String.join(", ", type.words());
    return wrong("must be one of " + words, "invalid_value", words);
  }

  private @Nullable FieldError whole(FieldType.Whole type, Json value) {
    BigDecimal number = value instanceof JsonNumber(String text) ? Moments.decimal(text) : null;
    if (number == null) {
      return type("must be an integer", "integer");
    }
    if (number.compareTo(BigDecimal.valueOf(type.least())) < 0
        || number.compareTo(BigDecimal.valueOf(type.greatest())) > 0) {
      String range = type.least() + ".." + type.greatest();
      return wrong("must be " + range, "out_of_range", range);
    }
    return Moments.isWhole(number) ? null : type("must be an integer", "integer");
  }

  private @Nullable FieldError timestamp(Json value) {
    Long moment = value instanceof JsonText(String text) ? UtcText.read(text) : null;
    return moment != null && value.equals(Json.of(UtcText.write(moment)))
        ? null
        : wrong("must be UTC with milliseconds and Z", "invalid_value", "2026-01-15T10:00:00.000Z");
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

  private FieldError type(String message, @Nullable String expected) {
    return wrong(message, "invalid_type", expected);
  }

  private FieldError wrong(String message, String code, @Nullable String expected) {
    return new FieldError(path, message, code, expected);
  }

  private static boolean isForbidden(int character, boolean controlsToo) {
    boolean control = Character.isISOControl(character) && character != '\t' && character != '\n';
    return (controlsToo && control) || (character >= 0xD800 && character <= 0xDFFF);
  }
}
