package dev.baton.survey.core.logic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A comparison of two values. Source: survey specification §4.6, table of operators. */
public enum Operator {
  /** Equal by the table of equality. Also written {@code equal}. */
  IS,
  /** Not equal. Also written {@code not_equal}. */
  IS_NOT,
  /** The left text contains the right one. */
  CONTAINS,
  /** It does not. */
  NOT_CONTAINS,
  /** The left text begins with the right one. */
  BEGINS_WITH,
  /** The left text ends with the right one. */
  ENDS_WITH,
  /** Both are numbers and the left one is greater. */
  GREATER_THAN,
  /** Both are numbers and the left one is not lower. */
  GREATER_EQUAL_THAN,
  /** Both are numbers and the left one is lower. */
  LOWER_THAN,
  /** Both are numbers and the left one is not greater. */
  LOWER_EQUAL_THAN,
  /** Both are dates and the same. */
  ON,
  /** Not {@link #ON}. */
  NOT_ON,
  /** Both are dates and the left one is earlier. */
  EARLIER_THAN,
  /** Both are dates and the left one is not later. */
  EARLIER_THAN_OR_ON,
  /** Both are dates and the left one is later. */
  LATER_THAN,
  /** Both are dates and the left one is not earlier. */
  LATER_THAN_OR_ON;

  private static final Map<String, Operator> BY_NAME = byName();

  /** The operator of that name in a form, or null. */
  public static @Nullable Operator of(String name) {
    return BY_NAME.get(name);
  }

  /** All names of operators. */
  public static Set<String> words() {
    return BY_NAME.keySet();
  }

  /** Its name in a form. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Operator> byName() {
    Map<String, Operator> names = new LinkedHashMap<>();
    for (Operator operator : values()) {
      names.put(operator.word(), operator);
    }
    names.put("equal", IS);
    names.put("not_equal", IS_NOT);
    return Collections.unmodifiableMap(names);
  }
}
