package dev.baton.bench.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole survey of {@value #FIELDS} fields as webhook bodies: answers with their echoes, delivery
 * and read receipts.
 */
final class Transcript {
  static final int FIELDS = 60;

  private final List<byte[]> bodies = new ArrayList<>();
  private long time = Engine.START;

  Transcript() {
    add(
        participant(
            "\"referral\":{\"ref\":\"form.BENCH.age_group.25-34\",\"source\":\"SHORTLINK\",\"type\":\"OPEN_THREAD\"}"));
    for (int field = 0; field < FIELDS; field++) {
      heard(field);
      add(participant("\"message\":{\"mid\":\"m_a%d\",%s}".formatted(field, answer(field))));
    }
  }

  List<byte[]> bodies() {
    return bodies;
  }

  private void heard(int field) {
    String metadata =
        "{\\\"ref\\\":\\\"q%d\\\",\\\"type\\\":\\\"%s\\\",\\\"eid\\\":\\\"%d:0\\\"}"
            .formatted(field, type(field), field + 1);
    add(
        page(
            "\"message\":{\"is_echo\":true,\"app_id\":555000111,\"mid\":\"m_e%d\",\"text\":\"%s\",\"metadata\":\"%s\"}"
                .formatted(field, title(field), metadata)));
    add(participant("\"delivery\":{\"mids\":[\"m_e%d\"],\"watermark\":%d}".formatted(field, time)));
    add(participant("\"read\":{\"watermark\":%d}".formatted(time)));
  }

  private void add(String item) {
    bodies.add(
        "{\"object\":\"page\",\"entry\":[{\"id\":\"%s\",\"time\":%d,\"messaging\":[%s]}]}"
            .formatted(Engine.PAGE, time, item)
            .getBytes(UTF_8));
    time += 1_000;
  }

  private String participant(String what) {
    return item(Engine.USER, Engine.PAGE, what);
  }

  private String page(String what) {
    return item(Engine.PAGE, Engine.USER, what);
  }

  private String item(String sender, String recipient, String what) {
    return "{\"sender\":{\"id\":\"%s\"},\"recipient\":{\"id\":\"%s\"},\"timestamp\":%d,%s}"
        .formatted(sender, recipient, time, what);
  }

  /**
   * The form: text, choices, numbers and scales in turn, some of them named by logic and titles.
   */
  static String form() {
    StringBuilder fields = new StringBuilder();
    for (int field = 0; field < FIELDS; field++) {
      fields
          .append(field == 0 ? "" : ",")
          .append(
              "{\"ref\":\"q%d\",\"type\":\"%s\",\"title\":\"%s\",\"properties\":%s}"
                  .formatted(field, type(field), title(field), properties(field)));
    }
    return """
    {"title":"Bench","fields":[%s],"thankyou_screens":[{"ref":"bye","title":"Thank you!"}],
     "logic":[{"type":"field","ref":"q2","actions":[{"action":"jump","details":{"to":{"type":"field","value":"q3"}},
     "condition":{"op":"greater_than","vars":[{"type":"field","value":"q2"},{"type":"constant","value":5}]}}]}]}
    """
        .formatted(fields);
  }

  private static String type(int field) {
    return switch (field % 4) {
      case 0 -> "short_text";
      case 1 -> "multiple_choice";
      case 2 -> "number";
      default -> "opinion_scale";
    };
  }

  private static String title(int field) {
    return field % 10 == 9
        ? "Thank you, {{field:q0}}. Question %d?".formatted(field)
        : "Question %d?".formatted(field);
  }

  private static String properties(int field) {
    return field % 4 == 1 ? "{\"choices\":[{\"label\":\"City\"},{\"label\":\"Village\"}]}" : "{}";
  }

  private static String answer(int field) {
    return switch (field % 4) {
      case 0 -> "\"text\":\"Ana says hello\"";
      case 1 ->
          "\"text\":\"City\",\"quick_reply\":{\"payload\":\"{\\\"value\\\":\\\"City\\\",\\\"ref\\\":\\\"q%d\\\"}\"}"
              .formatted(field);
      case 2 -> "\"text\":\"42\"";
      default ->
          "\"text\":\"3\",\"quick_reply\":{\"payload\":\"{\\\"value\\\":\\\"3\\\",\\\"ref\\\":\\\"q%d\\\"}\"}"
              .formatted(field);
    };
  }
}
