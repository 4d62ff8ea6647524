package dev.baton.chat.status;

import dev.baton.chat.schema.ChatFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Protocol;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.core.session.SessionState;
import java.util.List;
import java.util.stream.Stream;

/** What callers need to know of {@code chat-status}. */
final class ChatStatusDefinition {
  private static final List<String> STATES =
      Stream.of(SessionState.values()).map(SessionState::wireName).toList();

  private static final FieldType RECONNECT =
      FieldType.nested(
          Field.required("attempts", FieldType.count(), "Tokens asked for since it was stable."),
          Field.required("maxAttempts", FieldType.count(), "How many may be asked for in a row."),
          Field.required("remaining", FieldType.count(), "How many still may."));

  private static final FieldType METRICS =
      FieldType.nested(
          Field.required("messagesSent", FieldType.count(), "Messages sent over this session."),
          Field.required(
              "messagesReceived", FieldType.count(), "Messages of others since it began."));

  private static final FieldType PARTICIPANT =
      FieldType.nested(
          Field.requiredText("id", 32, "Public id in this room."),
          Field.requiredText("name", 64, "What the participant is called."),
          Field.required(
              "state", new FieldType.Choice(List.of("online", "away")), "Whether connected."));

  private static final Shape OUTPUT =
      Shape.of(
          ChatFields.ANSWERED_SESSION_ID,
          ChatFields.ROOM_ID.described("Id of its room."),
          Field.required("protocol", new FieldType.Choice(Protocol.words()), "What it speaks."),
          Field.required("state", new FieldType.Choice(STATES), "Where it is in its life."),
          Field.required("createdAt", new FieldType.Timestamp(), "When it was made."),
          ChatFields.moment("connectedAt", "When its newest connection came."),
          ChatFields.moment("disconnectedAt", "When its newest connection was lost."),
          ChatFields.moment("closedAt", "When it ended."),
          Field.text("closeReason", 200, "Why it ended."),
          Field.required(
              "lastActivity", new FieldType.Timestamp(), "When its client was heard of."),
          ChatFields.moment("expiresAt", "When it expires if nothing happens."),
          Field.required("reconnect", RECONNECT, "How often it may still come back."),
          ChatFields.LAST_MESSAGE_ID,
          ChatFields.LAST_SEQ,
          Field.required("metrics", METRICS, "Messages counted."),
          Field.optional(
              "participants", FieldType.listOf(PARTICIPANT), "Who is in the room, by id."));

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "chat-status",
              "Returns the state, deadlines and counters of one chat session without changing it.")
          .errors(ErrorCodes.SESSION_NOT_FOUND)
          .labels(Labels.single(Labels.Action.READ))
          .exposed(Exposure.EVERYWHERE)
          .requires("chat-connect")
          .input(
              ChatFields.SESSION_ID,
              Field.optional(
                      "includeParticipants",
                      new FieldType.Truth(),
                      "Whether to say who is in the room.")
                  .orElse(true))
          .output(OUTPUT)
          .example(
              "State of a session",
              JsonObject.builder().put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg").build())
          .build();

  private ChatStatusDefinition() {}
}
