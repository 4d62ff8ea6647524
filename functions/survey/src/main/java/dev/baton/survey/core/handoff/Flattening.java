package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One walk over foreign JSON that collects its leaves under flat names. It stops going down at the
 * depth limit, so it is total. Used once. Source: survey specification §7.1, §7.2.
 */
final class Flattening {
  static final int DEPTH = 10;
  static final int KEYS = 200;
  static final int NAME = 255;
  static final int TEXT = 4000;

  private final Naming naming;
  private final Predicate<String> reserved;
  private final Map<String, Json> values = new LinkedHashMap<>();
  private final List<String> collisions = new ArrayList<>();
  private boolean tooDeep;
  private boolean nameTooLong;

  Flattening(Naming naming, Predicate<String> reserved) {
    this.naming = naming;
    this.reserved = reserved;
  }

  /** Collects the leaves under the prefix; a scalar at the top gets a name of its own. */
  void flatten(String prefix, String scalarName, Json json) {
    switch (json) {
      case JsonObject(List<JsonObject.Member> members) -> members(prefix, "", members, 1);
      case JsonArray(List<Json> elements) -> elements(prefix, "", elements, 1);
      case JsonText text -> keep(scalarName, "", text);
      case JsonNumber number -> keep(scalarName, "", number);
      case JsonBoolean truth -> keep(scalarName, "", truth);
      case JsonNull nothing -> keep(scalarName, "", nothing);
    }
  }

  private void node(String name, String path, Json json, int depth) {
    if (depth > DEPTH && (json instanceof JsonObject || json instanceof JsonArray)) {
      tooDeep = true;
      return;
    }
    switch (json) {
      case JsonObject(List<JsonObject.Member> members) -> members(name + "_", path, members, depth);
      case JsonArray(List<Json> elements) -> elements(name + "_", path, elements, depth);
      case JsonText text -> keep(name, path, text);
      case JsonNumber number -> keep(name, path, number);
      case JsonBoolean truth -> keep(name, path, truth);
      case JsonNull nothing -> keep(name, path, nothing);
    }
  }

  private void members(String prefix, String path, List<JsonObject.Member> members, int depth) {
    for (JsonObject.Member member : members) {
      if (naming.keeps(member.name())) {
        node(
            prefix + naming.name(member.name()),
            path + "/" + escaped(member.name()),
            member.value(),
            depth + 1);
      }
    }
  }

  private void elements(String prefix, String path, List<Json> elements, int depth) {
    for (int index = 0; index < elements.size(); index++) {
      node(prefix + index, path + "/" + index, elements.get(index), depth + 1);
    }
  }

  private void keep(String name, String path, Json leaf) {
    nameTooLong |= name.length() > NAME;
    if (reserved.test(name) || values.putIfAbsent(name, Leaves.bounded(leaf)) != null) {
      collisions.add(path);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  Map<String, Json> values() {
    return values;
  }

  List<String> collisions() {
    return collisions;
  }

  @Nullable FlatteningError error() {
    if (tooDeep) {
      return FlatteningError.TOO_DEEP;
    }
    // A name that is taken counts too: what lists them must stay small.
    if (values.size() + collisions.size() > KEYS) {
      return FlatteningError.TOO_MANY_KEYS;
    }
    return nameTooLong ? FlatteningError.KEY_TOO_LONG : null;
  }
}
