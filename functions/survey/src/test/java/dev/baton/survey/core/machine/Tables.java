package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.participant.row.AnswerRow;
import dev.baton.survey.core.participant.row.HandoffRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rows beside the participant item. */
final class Tables {
  final List<AnswerRow> answers = new ArrayList<>();
  final Map<HandoffId, JsonObject> handoffs = new LinkedHashMap<>();
  final Set<String> taken = new HashSet<>();

  void write(Decision decision) {
    if (decision.rows().forgetsTaken()) {
      taken.clear();
    }
    taken.addAll(decision.rows().taken());
    answers.addAll(decision.rows().answers());
    for (HandoffRow row : decision.rows().handoffs()) {
      handoffs.merge(row.id(), row.members(), Tables::merged);
    }
  }

  private static JsonObject merged(JsonObject old, JsonObject more) {
    Map<String, Json> members = new LinkedHashMap<>();
    old.members().forEach(member -> members.put(member.name(), member.value()));
    more.members().forEach(member -> members.put(member.name(), member.value()));
    return JsonObject.of(members);
  }

  /** Answers as {@code ref=response}, with the reason behind rejected ones. */
  List<String> answered() {
    return answers.stream()
        .map(row ->
            row.ref() + "=" + row.response() + (row.accepted() ? "" : " (" + row.reason() + ")"))
        .toList();
  }

  /** The only record, or the last one. */
  JsonObject handoff() {
    return handoffs.values().stream().reduce((first, second) -> second).orElseThrow();
  }

  /** Outcomes of all records in order; open ones are {@code open}. */
  List<String> outcomes() {
    return handoffs.values().stream()
        .map(row -> Objects.requireNonNullElse(row.text("outcome"), "open"))
        .toList();
  }
}
