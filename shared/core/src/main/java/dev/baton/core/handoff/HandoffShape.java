package dev.baton.core.handoff;

import dev.baton.core.command.Protocol;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;

/** The shape of {@link HandoffResult}: the output of every command that hands off. */
public final class HandoffShape {
  private static final FieldType NAME = FieldType.text(1, 64, "[a-z][a-z0-9-]*");
  private static final FieldType CURSOR = FieldType.text(1, 128);

  /** A session id: no secret, and useless without token or owner. */
  public static final FieldType SESSION_ID = FieldType.text(26, 26, "ses_[A-Za-z0-9_-]{22}");

  private static final FieldType RUN_ID = FieldType.text(26, 26, "run_[A-Za-z0-9_-]{22}");

  private static final FieldType CREDENTIALS =
      FieldType.nested(
          Field.required(
              "token",
              FieldType.text(43, 43, "[A-Za-z0-9_-]{43}"),
              "Secret that opens the endpoint once."),
          Field.required("sessionId", SESSION_ID, "Id of the session, which is no secret."));

  private static final FieldType RECONNECT =
      FieldType.nested(
          Field.required("allowed", new FieldType.Truth(), "Whether it may come back."),
          Field.required("maxAttempts", FieldType.count(), "Attempts that are left."),
          Field.required("backoffMs", FieldType.count(), "Milliseconds to wait before the first."));

  private static final FieldType CATCH_UP =
      FieldType.nested(
          Field.optional("fromMessageId", CURSOR, "The last item that the caller has seen."),
          Field.optional("lastMessageId", CURSOR, "The last item there is."),
          Field.required("lastSeq", FieldType.count(), "Its number, 0 when there is none."),
          Field.required("missed", FieldType.count(), "Items after fromMessageId."));

  private static final FieldType METADATA =
      FieldType.nested(
          Field.required(
              "expectedLatency", FieldType.count(), "Milliseconds until a message arrives."),
          Field.required(
              "capabilities", new FieldType.ListOf(NAME, 1, 20), "What the connection can do."),
          Field.required(
              "expiresAt", new FieldType.Timestamp(), "Until when the token is accepted."),
          Field.required("reconnect", RECONNECT, "How a lost connection may come back."),
          Field.required("description", FieldType.text(1, 300), "What the connection is."),
          Field.required("catchUp", CATCH_UP, "Position of the resource when this was issued."),
          Field.optional("runId", RUN_ID, "The run that it shows, where it shows one."));

  /** The shape of the whole result. */
  public static final Shape SHAPE =
      Shape.of(
          Field.required(
              "protocol",
              new FieldType.Choice(Protocol.words()),
              "What is spoken at the endpoint."),
          Field.required(
              "endpoint", FieldType.text(1, 2_048), "Absolute URL to open, without any secret."),
          Field.required("credentials", CREDENTIALS, "What opens the endpoint."),
          Field.required("metadata", METADATA, "What is known about the connection."));

  private HandoffShape() {}
}
