package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two values are compared: any two for equality, two numbers or two texts for order. Numbers
 * are equal when their values are, objects whatever the order of their members.
 */
enum Comparison {
  EQUAL("$eq"),
  UNEQUAL("$ne"),
  GREATER("$gt"),
  AT_LEAST("$gte"),
  LESS("$lt"),
  AT_MOST("$lte");

  private final String word;

  Comparison(String word) {
    this.word = word;
  }

  static @Nullable Comparison of(String word) {
    for (Comparison comparison : values()) {
      if (comparison.word.equals(word)) {
        return comparison;
      }
    }
    return null;
  }

  boolean holds(@Nullable Json left, @Nullable Json right) {
    if (left == null || right == null) {
      return false;
    }
    return switch (this) {
      case EQUAL -> equal(left, right);
      case UNEQUAL -> !equal(left, right);
      case GREATER -> isOrdered(left, right, 1, 1);
      case AT_LEAST -> isOrdered(left, right, 0, 1);
      case LESS -> isOrdered(left, right, -1, -1);
      case AT_MOST -> isOrdered(left, right, -1, 0);
    };
  }

  private static boolean isOrdered(Json left, Json right, int least, int most) {
    Integer order = order(left, right);
    return order != null && order >= least && order <= most;
  }

  private static @Nullable Integer order(Json left, Json right) {
    if (left instanceof JsonText(String one) && right instanceof JsonText(String other)) {
      return Integer.signum(one.compareTo(other));
    }
    BigDecimal one = number(left);
    BigDecimal other = number(right);
    return one == null || other == null ? null : Integer.valueOf(one.compareTo(other));
  }

  private static @Nullable BigDecimal number(Json json) {
    try {
      return json instanceof JsonNumber number ? number.decimal() : null;
    } catch (NumberFormatException exponentBeyondInt) {
      return null;
    }
  }

  private static boolean equal(Json left, Json right) {
    if (left instanceof JsonNumber && right instanceof JsonNumber) {
      Integer order = order(left, right);
      return order == null ? left.equals(right) : order == 0;
    }
    if (left instanceof JsonArray(List<Json> some) && right instanceof JsonArray(List<Json> more)) {
      return equal(some, more);
    }
    return left instanceof JsonObject one && right instanceof JsonObject other
        ? equal(one, other)
        : left.equals(right);
  }

  private static boolean equal(List<Json> some, List<Json> more) {
    boolean equal = some.size() == more.size();
    for (int index = 0; equal && index < some.size(); index++) {
      equal = equal(some.get(index), more.get(index));
    }
    return equal;
  }

  private static boolean equal(JsonObject one, JsonObject other) {
    return one.members().size() == other.members().size()
        && one.members().stream()
            .allMatch(member -> {
              Json value = other.get(member.name());
              return value != null && equal(member.value(), value);
            });
  }
}
