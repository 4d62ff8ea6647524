package dev.baton.survey.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What the linter says, as answers show it. Nobody reads more than a thousand findings, and an
 * answer of Lambda has an end.
 */
public final class Findings {
  private static final int MOST = 1_000;

  private Findings() {}

  /** Adds {@code findings}, and {@code findings_total} where more were found than are shown. */
  public static JsonObject.Builder put(JsonObject.Builder answer, List<Finding> findings) {
    List<Json> shown = new ArrayList<>();
    findings.stream().limit(MOST).forEach(finding -> shown.add(finding.toJson()));
    answer.put("findings", new JsonArray(shown));
    return findings.size() > MOST ? answer.put("findings_total", findings.size()) : answer;
  }
}
