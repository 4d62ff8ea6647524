package dev.baton.local.kill;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The shortest survey with an answer before and after a handoff. */
public final class KillForm {
  /** The page whose participants are asked. */
  public static final String PAGE = "112233445566778";

  private KillForm() {}

  /** Input of {@code survey-import}. */
  public static Map<String, Object> input(String timeoutMinutes) {
    Map<String, Object> handoff =
        Map.of(
            "ref", "hand",
            "type", "statement",
            "title", "Please wait, {{field:name}}.",
            "properties",
                Map.of(
                    "description",
                    "type: handoff\ntarget_app_id: 999888777\ntimeout_minutes: " + timeoutMinutes));
    List<Object> fields =
        List.of(
            Map.of("ref", "name", "type", "short_text", "title", "Who are you?"),
            handoff,
            Map.of(
                "ref",
                "ended",
                "type",
                "statement",
                "title",
                "Ended {{hidden:e_handover_outcome}}."),
            Map.of("ref", "again", "type", "yes_no", "title", "Again?"));
    Map<String, Object> form =
        Map.of(
            "title",
            "Kill",
            "fields",
            fields,
            "thankyou_screens",
            List.of(Map.of("ref", "bye", "title", "Bye.")));
    return Map.of("page_id", PAGE, "shortcode", "KILL", "form", form);
  }

  /** The template that is deployed; tests run in their module's folder. */
  static Path template() {
    return Path.of("..", "template.yaml").toAbsolutePath().normalize();
  }
}
