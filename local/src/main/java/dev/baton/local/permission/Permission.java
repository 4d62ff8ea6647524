package dev.baton.local.permission;

import java.util.List;
import java.util.Map;

/**
 * What a caller needs for a call, or for a part of it.
 *
 * @param action such as {@code dynamodb:GetItem}
 * @param resource ARN of what it is done to
 * @param context the values of the condition keys that the call has
 */
public record Permission(String action, String resource, Map<String, List<String>> context) {

  /** A permission without condition keys. */
  static Permission of(String action, String resource) {
    return new Permission(action, resource, Map.of());
  }
}
