package dev.baton.local.permission;

import dev.baton.local.kill.KillForm;
import java.util.List;
import java.util.Map;

/** Surveys that hand over and then go on in another form. */
final class RightsForm {
  private static final String ENDS_BY_SIGNAL =
      "type: handoff\ntarget_app_id: '999888777'\ntimeout_minutes: 10\n"
          + "wait: {type: external, value: {type: 'clinic:visited'}}";
  private static final String ENDS_BY_TIME =
      "type: handoff\ntarget_app_id: '999888777'\ntimeout_minutes: 0.01";

  private RightsForm() {}

  /** Ends by a signal. */
  static Map<String, Object> signalled() {
    return input("SIGNAL", ENDS_BY_SIGNAL);
  }

  /** Ends by its timer. */
  static Map<String, Object> timed() {
    return input("TIMED", ENDS_BY_TIME);
  }

  private static Map<String, Object> input(String shortcode, String handoff) {
    return Map.of(
        "page_id",
        KillForm.PAGE,
        "shortcode",
        shortcode,
        "form",
        Map.of(
            "title",
            shortcode,
            "fields",
            List.of(
                Map.of("ref", "name", "type", "short_text", "title", "Who is there?"),
                field("hand", "Please wait.", handoff),
                field("next", "One more thing.", "type: stitch\nstitch: {form: KILL}"))),
        "page_settings",
        Map.of("reset_shortcode", "RESET"));
  }

  private static Map<String, Object> field(String ref, String title, String description) {
    return Map.of(
        "ref",
        ref,
        "type",
        "statement",
        "title",
        title,
        "properties",
        Map.of("description", description));
  }
}
