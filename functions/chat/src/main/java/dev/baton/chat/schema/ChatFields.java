package dev.baton.chat.schema;

import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** Fields that several chat commands have. Source: command specification, section 7.1. */
public final class ChatFields {
  private static final String CONTROLS = "\\u0000-\\u001F\\u007F-\\u009F";
  private static final String CONTROLS_IN_TEXT = "\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F";
  private static final String BLANKS =
      "\\u0000-\\u0020\\u007F-\\u00A0\\u1680\\u2000-\\u200F\\u2028\\u2029\\u202F\\u205F\\u2060\\u3000\\uFEFF";

  /** The room of a request. */
  public static final Field ROOM_ID =
      Field.required(
          "roomId",
          FieldType.text(1, 64, "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
          "Id of the room; capitals and small letters differ.");

  /** The session of a request. */
  public static final Field SESSION_ID =
      Field.requiredText("sessionId", 128, "Id of the session, as chat-connect answered it.");

  /** The type of a name that others see. */
  public static final FieldType NICKNAME = FieldType.text(1, 50, notBlank(CONTROLS));

  /** The type of what is said. */
  public static final FieldType TEXT = FieldType.text(1, 4_000, notBlank(CONTROLS_IN_TEXT));

  /** The type of a cursor in a request: whatever is none of the room's is an invalid cursor. */
  public static final FieldType CURSOR = FieldType.text(0, 128);

  /** The last message of an answer. */
  public static final Field LAST_MESSAGE_ID =
      Field.text("lastMessageId", 32, "Id of the last message; absent when there is none.");

  /** The last number of an answer. */
  public static final Field LAST_SEQ =
      Field.required("lastSeq", FieldType.count(), "Number of the room's last message, or 0.");

  /** The id of a session in an answer. */
  public static final Field ANSWERED_SESSION_ID =
      Field.required("sessionId", HandoffShape.SESSION_ID, "Id of the session.");

  private static final Field[] MESSAGE = {
    Field.requiredText("id", 32, "Id of the message, which is the cursor after it."),
    Field.required("seq", FieldType.count(), "Number of the message in its room, from 1."),
    ROOM_ID.described("Id of the room."),
    Field.requiredText("sender", 64, "What its sender is called."),
    Field.requiredText("senderId", 32, "Public id of its sender in this room."),
    Field.required("text", new FieldType.FreeText(), "What was said, as it was sent."),
    Field.required("timestamp", new FieldType.Timestamp(), "When it was stored.")
  };

  private ChatFields() {}

  /** The fields of a message. */
  public static List<Field> message() {
    return List.of(MESSAGE);
  }

  /** A moment of an answer that may be absent. */
  public static Field moment(String name, String description) {
    return Field.optional(name, new FieldType.Timestamp(), description);
  }

  private static String notBlank(String forbidden) {
    String any = "[^" + forbidden + "]*";
    return any + "[^" + BLANKS + "]" + any;
  }
}
