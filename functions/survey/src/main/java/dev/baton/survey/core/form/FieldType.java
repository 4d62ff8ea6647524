package dev.baton.survey.core.form;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of fields that can be sent. Source: survey spec §4.2. */
public enum FieldType {
  SHORT_TEXT,
  LONG_TEXT,
  DATE,
  NUMBER,
  EMAIL,
  PHONE_NUMBER,
  MULTIPLE_CHOICE,
  DROPDOWN,
  PICTURE_CHOICE,
  BUTTON_CHOICE,
  YES_NO,
  LEGAL,
  OPINION_SCALE,
  RATING,
  STATEMENT,
  THANKYOU_SCREEN,
  WAIT,
  HANDOFF,
  STITCH,
  WEBVIEW,
  ATTACHMENT,
  UPLOAD,
  FILE_UPLOAD,
  NOTIFY,
  NOTIFICATION_MESSAGES,
  UTILITY_MESSAGE,
  SHARE;

  private static final Map<String, FieldType> BY_NAME = byName();

  private final String wireName = name().toLowerCase(java.util.Locale.ROOT);

  /** The name in forms, descriptions and message metadata. */
  public String wireName() {
    return wireName;
  }

  /** The type of that name, or null when no such field can be sent. */
  public static @Nullable FieldType of(String wireName) {
    return BY_NAME.get(wireName);
  }

  /** Whether the answer is one of the choices that the form lists. */
  public boolean hasChoices() {
    return switch (this) {
      case MULTIPLE_CHOICE, DROPDOWN, PICTURE_CHOICE, BUTTON_CHOICE, UTILITY_MESSAGE -> true;
      case SHORT_TEXT,
          LONG_TEXT,
          DATE,
          NUMBER,
          EMAIL,
          PHONE_NUMBER,
          YES_NO,
          LEGAL,
          OPINION_SCALE,
          RATING,
          STATEMENT,
          THANKYOU_SCREEN,
          WAIT,
          HANDOFF,
          STITCH,
          WEBVIEW,
          ATTACHMENT,
          UPLOAD,
          FILE_UPLOAD,
          NOTIFY,
          NOTIFICATION_MESSAGES,
          SHARE ->
          false;
    };
  }

  private static Map<String, FieldType> byName() {
    Map<String, FieldType> byName = new HashMap<>();
    for (FieldType type : values()) {
      byName.put(type.wireName, type);
    }
    return Map.copyOf(byName);
  }
}
