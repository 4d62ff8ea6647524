package dev.baton.survey.responses;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.participant.row.AnswerRow;
import dev.baton.survey.store.StoredAnswerRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer as rows of JSON and CSV show it. Source: survey specification, section 8. */
final class ResponseRow {
  static final List<String> COLUMNS =
      List.of(
          "user_id",
          "ref",
          "response",
          "value",
          "shortcode",
          "parent_shortcode",
          "accepted",
          "reason",
          "timestamp");

  private ResponseRow() {}

  static JsonObject json(StoredAnswerRow stored) {
    AnswerRow row = stored.answer();
    return JsonObject.builder()
        .put("user_id", stored.userId())
        .put("ref", row.ref())
        .put("response", row.response())
        .putIfPresent("value", row.value())
        .put("shortcode", row.shortcode())
        .put("parent_shortcode", row.parentShortcode())
        .put("version", row.formVersion())
        .put("accepted", row.accepted())
        .putIfPresent("reason", row.reason())
        .put("timestamp", row.timestamp())
        .build();
  }

  static List<String> cells(StoredAnswerRow stored) {
    AnswerRow row = stored.answer();
    String reason = row.reason();
    return List.of(
        stored.userId(),
        row.ref(),
        row.response(),
        plain(row.value()),
        row.shortcode(),
        row.parentShortcode(),
        Boolean.toString(row.accepted()),
        reason == null ? "" : reason,
        Long.toString(row.timestamp()));
  }

  private static String plain(@Nullable Json value) {
    return switch (value) {
      case null -> "";
      case JsonNull nothing -> "";
      case JsonText(String text) -> text;
      default -> value.write();
    };
  }
}
