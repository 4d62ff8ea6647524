package dev.baton.survey.core.form;

import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Forms by chance: every field type, jumps to anywhere, calculations, waits, handoffs and chains.
 * Most of them compile; what the linter refuses, no participant ever sees. Times are never
 * placeholders, since those may be unreadable.
 */
public final class RandomForms {
  private static final List<String> LABELS = List.of("Yes", "No", "Blue", "1", "2", "Ünïcode");

  private final SplittableRandom random;

  /** Forms from that source of chance; equal seeds give equal forms. */
  public RandomForms(SplittableRandom random) {
    this.random = random;
  }

  /** A form that the linter accepts, by that shortcode. */
  public Form accepted(String shortcode) {
    while (true) {
      Form form = Forms.check(shortcode, next(), FormOptions.DEFAULT).form();
      if (form != null) {
        return form;
      }
    }
  }

  /** A form that the linter may refuse. */
  public JsonObject next() {
    FormText form = FormText.form().member("hidden", "[\"colour\",\"age\"]");
    int size = 1 + random.nextInt(8);
    List<String> refs = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      refs.add("q" + index);
      field(form, "q" + index, refs);
    }
    int endings = random.nextInt(3);
    for (int index = 0; index < endings; index++) {
      refs.add("end" + index);
      form.ending("end" + index, "Bye " + placeholder(refs));
    }
    for (String ref : refs) {
      logic(form, ref, refs);
    }
    return form.build();
  }

  private void field(FormText form, String ref, List<String> refs) {
    String title = "Question " + ref + " " + placeholder(refs);
    switch (random.nextInt(12)) {
      case 0 -> form.field(ref, "short_text", title).description(maybeWait(""));
      case 1 -> form.field(ref, "number", title).description("validate: {min: 1, max: 9}");
      case 2 -> choice(form, ref, title);
      case 3 -> form.field(ref, "yes_no", title).description(maybeWait(""));
      case 4 -> form.field(ref, "opinion_scale", title).property("steps", "3");
      case 5 -> form.field(ref, "date", title).description("keepMoving: " + random.nextBoolean());
      case 6 -> form.field(ref, "statement", title);
      case 7 -> form.field(ref, "statement", title).description("type: wait\nwait: " + wait(0));
      case 8, 9 -> form.field(ref, "statement", title).description(handoff(refs));
      case 10 -> form.field(ref, "statement", title).description(other(refs));
      default -> form.field(ref, oneOf("email", "phone_number", "legal", "long_text"), title);
    }
  }

  private void choice(FormText form, String ref, String title) {
    form.field(ref, oneOf("multiple_choice", "dropdown"), title)
        .choices(LABELS.subList(0, 2 + random.nextInt(4)).toArray(String[]::new))
        .property("allow_other_choice", String.valueOf(random.nextBoolean()));
  }

  private String maybeWait(String description) {
    return random.nextInt(4) == 0 ? description + "wait: " + wait(0) : description;
  }

  private String other(List<String> refs) {
    return switch (random.nextInt(6)) {
      case 0 -> "type: webview\nkeepMoving: true\nurl: https://example.org/" + placeholder(refs);
      case 1 -> "type: attachment\nattachment: {type: image, url: https://example.org/a.png}";
      case 2 -> "type: notify";
      case 3 -> "type: upload\nupload: {type: image}";
      case 4 -> "type: share\nresponseMessage: later";
      default -> "keepMoving: true\nsendParams: {messaging_type: MESSAGE_TAG, tag: SOME_TAG}";
    };
  }

  private String handoff(List<String> refs) {
    String when = random.nextInt(3) == 0 ? "\nwhen: " + condition(refs, 0) : "";
    String failure = random.nextInt(3) == 0 ? "\non_failure: block" : "";
    return switch (random.nextInt(4)) {
      case 0 -> "type: handoff\nhandoff: {target_app_id: 901, timeout_minutes: 5}" + when;
      case 1 ->
          "type: handoff\nchain:\n- {target_app_id: 901, timeout_minutes: 3}\n"
              + "- {target_app_id: 902, wait: "
              + wait(0)
              + "}\n"
              + "stop_on: [failed, idle]"
              + when;
      case 2 -> "type: handoff\ntarget_app_id: 902\nwait: " + wait(0) + failure;
      default ->
          "type: handoff\ntarget_app_id: 901\ntimeout_minutes: 0.5\nmetadata: {name: \""
              + placeholder(refs)
              + "\"}"
              + when
              + failure;
    };
  }

  private String wait(int depth) {
    if (depth < 3 && random.nextInt(3) == 0) {
      List<String> parts = new ArrayList<>();
      int size = 1 + random.nextInt(3);
      for (int index = 0; index < size; index++) {
        parts.add(wait(depth + 1));
      }
      return "{op: " + oneOf("or", "and") + ", vars: [" + String.join(", ", parts) + "]}";
    }
    return switch (random.nextInt(5)) {
      case 0 -> "{type: external, value: {type: \"play:done\"}}";
      case 1 -> "{type: user_message}";
      case 2 -> "{type: handoff_return}";
      case 3 -> "{type: timeout, value: {type: absolute, timeout: 2026-01-02}}";
      default -> "{type: timeout, value: " + oneOf("30s", "5 minutes", "2h", "1 day") + "}";
    };
  }

  private void logic(FormText form, String ref, List<String> refs) {
    if (random.nextInt(3) == 0) {
      form.action(ref, calculation(refs));
    }
    if (random.nextInt(3) == 0) {
      form.jump(ref, refs.get(random.nextInt(refs.size())), condition(refs, 0));
    }
    if (random.nextInt(6) == 0) {
      form.jump(ref, refs.get(random.nextInt(refs.size())));
    }
  }

  private String calculation(List<String> refs) {
    return """
    {"action":"%s","details":{"target":{"type":"variable","value":"%s"},"value":%s},\
    "condition":%s}\
    """
        .formatted(
            oneOf("add", "subtract", "multiply", "divide", "set"),
            oneOf("score", "points"),
            value(refs, "7"),
            condition(refs, 0));
  }

  private String condition(List<String> refs, int depth) {
    if (random.nextInt(4) == 0) {
      return "{\"op\":\"always\",\"vars\":[]}";
    }
    if (depth < 2 && random.nextInt(4) == 0) {
      return "{\"op\":\"%s\",\"vars\":[%s,%s]}"
          .formatted(oneOf("and", "or"), condition(refs, depth + 1), condition(refs, depth + 1));
    }
    return "{\"op\":\"%s\",\"vars\":[%s,%s]}"
        .formatted(
            oneOf("is", "is_not", "contains", "greater_than", "lower_equal_than", "on"),
            value(refs, "1"),
            value(refs, "\"Blue\""));
  }

  private String value(List<String> refs, String constant) {
    String ref = refs.get(random.nextInt(refs.size()));
    return switch (random.nextInt(4)) {
      case 0 -> "{\"type\":\"field\",\"value\":\"" + ref + "\"}";
      case 1 -> "{\"type\":\"hidden\",\"value\":\"" + oneOf("age", "e_handover_outcome") + "\"}";
      case 2 -> "{\"type\":\"variable\",\"value\":\"" + oneOf("score", "points") + "\"}";
      default -> "{\"type\":\"constant\",\"value\":" + constant + "}";
    };
  }

  private String placeholder(List<String> refs) {
    return switch (random.nextInt(6)) {
      case 0 -> "{{hidden:colour}}";
      case 1 -> "{{field:" + refs.get(random.nextInt(refs.size())) + "}}";
      case 2 -> "{{var:score}}";
      case 3 -> "{{hidden:e_handover_level}}";
      default -> "";
    };
  }

  private String oneOf(String... words) {
    return words[random.nextInt(words.length)];
  }
}
