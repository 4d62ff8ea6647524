package dev.baton.survey.forms;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * Reads plain and quoted YAML scalars by the core schema. Numbers keep their digits where JSON can
 * write them so. Source: YAML 1.2.2 §10.3.
 */
final class YamlScalars {
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
  private static final int MAXIMUM_DIGITS = 400;

  private final ScalarResolver resolver;

  /**
   * A scalar's value.
   *
   * @param value what it says
   * @param writtenOtherwise whether it is a number that JSON writes otherwise
   */
  record Scalar(Json value, boolean writtenOtherwise) {}

  YamlScalars(ScalarResolver resolver) {
    this.resolver = resolver;
  }

  /** The value, or null when the text is not what its explicit tag says. */
  @Nullable Scalar read(String text, boolean plain, @Nullable String explicitTag) {
    Tag resolved = resolver.resolve(text, true);
    if (explicitTag == null || explicitTag.equals("!")) {
      boolean asText = !plain || explicitTag != null;
      return asText ? asText(text) : byTag(text, resolved);
    }
    if (explicitTag.equals(Tag.STR.getValue())) {
      return asText(text);
    }
    return explicitTag.equals(resolved.getValue()) ? byTag(text, resolved) : null;
  }

  private static Scalar asText(String text) {
    return new Scalar(Json.of(text), false);
  }

  private static Scalar byTag(String text, Tag tag) {
    if (tag.equals(Tag.NULL)) {
      return new Scalar(JsonNull.NULL, false);
    }
    if (tag.equals(Tag.BOOL)) {
      return new Scalar(Json.of(text.toLowerCase(Locale.ROOT).equals("true")), false);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text);
    }
    return asText(text);
  }

  private static Scalar number(String text) {
    if (text.length() > MAXIMUM_DIGITS
        || text.endsWith("nf")
        || text.toLowerCase(Locale.ROOT).endsWith("nan")) {
      return asText(text);
    }
    if (JSON_NUMBER.matcher(text).matches()) {
      return new Scalar(new JsonNumber(text), false);
    }
    return new Scalar(new JsonNumber(literal(text)), true);
  }

  private static String literal(String text) {
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16).toString();
    }
    if (text.startsWith("0o")) {
      return new BigInteger(text.substring(2), 8).toString();
    }
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    digits = digits.replaceFirst("^0+(?=[0-9])", "");
    digits = digits.startsWith(".") ? "0" + digits : digits;
    digits = digits.replaceFirst("\\.(?=[eE]|$)", "");
    return (negative ? "-" : "") + digits;
  }
}
