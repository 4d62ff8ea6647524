package dev.baton.local.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules of offered tools and of their names. */
final class ToolRules {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

  private ToolRules() {}

  static void check(JsonNode tools) {
    Set<String> names = new HashSet<>();
    int place = 0;
    for (JsonNode tool : tools) {
      String here = "tools." + place++;
      checkName(here, tool.path("name"));
      if (!names.add(tool.path("name").asText())) {
        throw new Violation(here + ".name", "is the name of another tool too");
      }
      if (!tool.path("input_schema").path("type").asText().equals("object")) {
        throw new Violation(here + ".input_schema", "must be a JSON Schema of type object");
      }
    }
  }

  static void checkName(String place, JsonNode name) {
    if (!name.isTextual() || !NAME.matcher(name.asText()).matches()) {
      throw new Violation(place + ".name", "must match ^[a-zA-Z0-9_-]{1,128}$");
    }
  }
}
