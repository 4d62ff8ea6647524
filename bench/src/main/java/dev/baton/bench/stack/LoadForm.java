package dev.baton.bench.stack;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Forms that the measurement imports. */
public final class LoadForm {
  static final String PAGE = "112233445566778";

  private LoadForm() {}

  /** So many questions for text. */
  public static Map<String, Object> questions(String shortcode, int count) {
    List<Map<String, String>> fields =
        IntStream.range(0, count)
            .mapToObj(
                at -> Map.of("ref", "q" + at, "type", "short_text", "title", "Question " + at))
            .toList();
    return input(shortcode, fields);
  }

  /** A handoff of three seconds that nobody returns, then a question. */
  static Map<String, Object> handoff(String shortcode) {
    String description = "type: handoff\ntarget_app_id: 999888777\ntimeout_minutes: 0.05";
    return input(
        shortcode,
        List.of(
            Map.of(
                "ref", "hand",
                "type", "statement",
                "title", "Please wait.",
                "properties", Map.of("description", description)),
            Map.of("ref", "after", "type", "short_text", "title", "How was it?")));
  }

  private static Map<String, Object> input(
      String shortcode, List<? extends Map<String, ?>> fields) {
    Map<String, Object> form = Map.of("title", shortcode, "fields", fields);
    return Map.of("page_id", PAGE, "shortcode", shortcode, "form", form);
  }
}
