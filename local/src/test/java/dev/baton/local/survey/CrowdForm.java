package dev.baton.local.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Twenty questions with a handoff in the middle. */
final class CrowdForm {
  static final String PAGE = "112233445566778";
  static final String SHORTCODE = "CROWD";
  static final int QUESTIONS = 20;

  private CrowdForm() {}

  /** Input of {@code survey-import}. */
  static Map<String, Object> input() {
    List<Object> fields = new ArrayList<>();
    for (int question = 0; question < QUESTIONS; question++) {
      if (question == QUESTIONS / 2) {
        fields.add(handoff());
      }
      fields.add(
          Map.of("ref", "q" + question, "type", "short_text", "title", "Question " + question));
    }
    Map<String, Object> form =
        Map.of(
            "title",
            "Crowd",
            "fields",
            fields,
            "thankyou_screens",
            List.of(Map.of("ref", "bye", "title", "Bye.")));
    return Map.of("page_id", PAGE, "shortcode", SHORTCODE, "form", form);
  }

  private static Map<String, Object> handoff() {
    String description = "type: handoff\ntarget_app_id: 999888777\ntimeout_minutes: 0.2";
    return Map.of(
        "ref", "hand",
        "type", "statement",
        "title", "Please wait.",
        "properties", Map.of("description", description));
  }
}
