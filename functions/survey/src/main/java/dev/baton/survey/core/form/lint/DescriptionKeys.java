package dev.baton.survey.core.form.lint;

import static dev.baton.survey.core.form.FieldType.ATTACHMENT;
import static dev.baton.survey.core.form.FieldType.FILE_UPLOAD;
import static dev.baton.survey.core.form.FieldType.HANDOFF;
import static dev.baton.survey.core.form.FieldType.NOTIFICATION_MESSAGES;
import static dev.baton.survey.core.form.FieldType.NUMBER;
import static dev.baton.survey.core.form.FieldType.PHONE_NUMBER;
import static dev.baton.survey.core.form.FieldType.SHARE;
import static dev.baton.survey.core.form.FieldType.STITCH;
import static dev.baton.survey.core.form.FieldType.UPLOAD;
import static dev.baton.survey.core.form.FieldType.UTILITY_MESSAGE;
import static dev.baton.survey.core.form.FieldType.WEBVIEW;

import dev.baton.survey.core.form.FieldType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The keys of descriptions and the types that they work on. Source: survey spec §4.3. */
final class DescriptionKeys {
  private static final Set<FieldType> ALL = EnumSet.allOf(FieldType.class);
  private static final Map<String, Set<FieldType>> TYPES = types();

  private DescriptionKeys() {}

  static boolean isKnown(String key) {
    return TYPES.containsKey(key);
  }

  static boolean applies(String key, FieldType type) {
    Set<FieldType> types = TYPES.get(key);
    return types != null && types.contains(type);
  }

  static Set<String> names() {
    return TYPES.keySet();
  }

  private static Map<String, Set<FieldType>> types() {
    Map<String, Set<FieldType>> types = new TreeMap<>();
    put(types, ALL, "type", "keepMoving", "responseMessage", "sendParams", "wait");
    put(types, EnumSet.of(NUMBER, PHONE_NUMBER, UPLOAD, FILE_UPLOAD), "validate");
    put(types, EnumSet.of(STITCH), "stitch");
    put(types, EnumSet.of(WEBVIEW, SHARE), "url", "buttonText", "extensions");
    put(types, EnumSet.of(ATTACHMENT), "attachment");
    put(types, EnumSet.of(UPLOAD, FILE_UPLOAD), "upload");
    put(types, EnumSet.of(UTILITY_MESSAGE), "template", "language", "params");
    put(types, EnumSet.of(NOTIFICATION_MESSAGES), "timezone", "ctaText");
    put(types, EnumSet.of(HANDOFF), "handoff", "target_app_id", "timeout_minutes", "metadata");
    put(types, EnumSet.of(HANDOFF), "when", "on_failure", "chain", "stop_on", "mode");
    return types;
  }

  private static void put(Map<String, Set<FieldType>> types, Set<FieldType> where, String... keys) {
    List.of(keys).forEach(key -> types.put(key, where));
  }
}
