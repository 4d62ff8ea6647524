package dev.baton.local.permission;

import dev.baton.local.template.PolicyStatement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a function may do: what one of its statements allows.
 *
 * <p>Source: IAM user guide, "Policy evaluation logic", "Condition operators" and "Multivalued
 * context keys".
 *
 * @param statements its statements, none of which denies
 */
public record Policy(List<PolicyStatement> statements) {
  private static final String FOR_ALL = "ForAllValues:";

  /** Whether some statement allows it. */
  public boolean allows(Permission permission) {
    return statements.stream().anyMatch(statement -> allows(statement, permission));
  }

  /**
   * The parts that none may be left over of, by a name for readers: each action on each resource,
   * and each value of a condition. Each is a statement that allows what uses the part.
   */
  public Map<String, PolicyStatement> grants() {
    Map<String, PolicyStatement> grants = new TreeMap<>();
    for (PolicyStatement statement : statements) {
      for (String action : statement.actions()) {
        for (String resource : statement.resources()) {
          grants.put(
              action + " on " + resource + keys(statement),
              new PolicyStatement(List.of(action), List.of(resource), statement.conditions()));
        }
      }
      addConditions(statement, grants);
    }
    return grants;
  }

  /** Statements about one resource may differ in the keys alone. */
  private static String keys(PolicyStatement statement) {
    String values =
        statement.conditions().values().stream()
            .flatMap(keys -> keys.values().stream())
            .flatMap(List::stream)
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? "" : " with " + values;
  }

  private static void addConditions(
      PolicyStatement statement, Map<String, PolicyStatement> grants) {
    statement
        .conditions()
        .forEach((operator, keys) ->
            keys.forEach((key, values) ->
                values.forEach(value ->
                    grants.put(
                        key + " " + value + " for " + String.join(", ", statement.actions()),
                        new PolicyStatement(
                            statement.actions(),
                            statement.resources(),
                            Map.of(operator, Map.of(key, List.of(value))))))));
  }

  /** Whether a statement allows it. */
  static boolean allows(PolicyStatement statement, Permission permission) {
    return like(statement.actions(), permission.action())
        && like(statement.resources(), permission.resource())
        && statement.conditions().entrySet().stream()
            .allMatch(operator ->
                operator.getValue().entrySet().stream()
                    .allMatch(key ->
                        holds(
                            operator.getKey(),
                            key.getValue(),
                            permission.context().getOrDefault(key.getKey(), List.of()))));
  }

  /** With {@code ForAllValues} a call that does not have the key fulfils the condition. */
  private static boolean holds(String operator, List<String> wanted, List<String> values) {
    boolean forAll = operator.startsWith(FOR_ALL);
    if (!forAll && values.size() != 1) {
      return false;
    }
    return switch (forAll ? operator.substring(FOR_ALL.length()) : operator) {
      case "StringEquals" -> wanted.containsAll(values);
      case "StringLike" -> values.stream().allMatch(value -> like(wanted, value));
      default -> throw new IllegalArgumentException("No policy may ask for " + operator + " yet.");
    };
  }

  private static boolean like(List<String> patterns, String value) {
    return patterns.stream().anyMatch(pattern -> like(pattern, value));
  }

  /** {@code *} stands for any text, {@code ?} for one character. */
  private static boolean like(String pattern, String value) {
    int at = 0;
    int star = -1;
    int resume = 0;
    int next = 0;
    while (next < value.length()) {
      char wanted = at < pattern.length() ? pattern.charAt(at) : '\0';
      if (wanted == '*') {
        star = at++;
        resume = next;
      } else if (at < pattern.length() && (wanted == '?' || wanted == value.charAt(next))) {
        at++;
        next++;
      } else if (star >= 0) {
        at = star + 1;
        next = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(rest -> rest == '*');
  }
}
