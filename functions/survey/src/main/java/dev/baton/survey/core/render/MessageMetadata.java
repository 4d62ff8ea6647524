package dev.baton.survey.core.render;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.Values;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code metadata} of messages, JSON as text. Source: survey spec §3.2. */
final class MessageMetadata {
  /** Meta's limit. */
  private static final int LONGEST = 1_000;

  private static final Set<String> OURS = Set.of("ref", "type", "isRepeat", "eid");

  private MessageMetadata() {}

  /**
   * That of a field: its description, ref, type and effect; the description is left out where it is
   * too long.
   */
  static String question(
      Field field, Values values, Missing missing, @Nullable String eid, boolean repeat) {
    ObjectTemplate description = field.description();
    if (description != null) {
      JsonObject.Builder members = JsonObject.builder();
      String type = description.get("type") == null ? null : field.type().wireName();
      members.putIfPresent("type", type);
      for (JsonTemplate.Member member : description.members()) {
        if (!OURS.contains(member.name())) {
          members.put(member.name(), member.value().render(values, missing));
        }
      }
      String whole = own(members, field, eid, repeat, type == null).write();
      if (whole.length() <= LONGEST) {
        return whole;
      }
    }
    return own(JsonObject.builder(), field, eid, repeat, true).write();
  }

  /** That of a line before a field. */
  static String line(String ref, @Nullable String eid) {
    return marked("repeat", ref, eid);
  }

  /** That of the text of a closed survey. */
  static String closed(String ref, @Nullable String eid) {
    return marked("off", ref, eid);
  }

  private static Json own(
      JsonObject.Builder members,
      Field field,
      @Nullable String eid,
      boolean repeat,
      boolean withType) {
    members.put("ref", field.ref());
    members.putIfPresent("type", withType ? field.type().wireName() : null);
    members.putIfPresent("isRepeat", repeat ? Json.of(true) : null);
    return members.putIfPresent("eid", eid).build();
  }

  private static String marked(String mark, String ref, @Nullable String eid) {
    return JsonObject.builder()
        .put(mark, true)
        .put("ref", ref)
        .putIfPresent("eid", eid)
        .build()
        .write();
  }
}
