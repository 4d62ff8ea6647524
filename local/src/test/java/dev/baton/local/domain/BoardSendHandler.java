package dev.baton.local.domain;

import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.Shape;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.live.ActionCall;
import dev.baton.shell.live.ActionFunction;
import dev.baton.shell.live.CheckedAction;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.live.SocketAction;
import dev.baton.shell.room.DynamoLogWriter;
import dev.baton.shell.room.LogSettings;
import dev.baton.shell.room.NewEntry;
import java.util.List;

/** Appends a stroke to a board. */
public final class BoardSendHandler extends ActionFunction {
  private static final Shape INPUT =
      Shape.of(
          Field.requiredText("boardId", 20, "The board."),
          Field.requiredText("stroke", 100, "What is drawn."));

  public BoardSendHandler() {
    this(LiveWiring.ofProcess());
  }

  private BoardSendHandler(LiveWiring live) {
    this(
        live,
        new DynamoLogWriter(
            live.table(),
            LogSettings.DEFAULTS,
            live.surroundings().clock(),
            live.surroundings().pause()));
  }

  private BoardSendHandler(LiveWiring live, DynamoLogWriter writer) {
    super(
        live.actions(),
        new CheckedAction(
            "board-send",
            INPUT,
            (arguments, call) -> draw(writer, arguments.requiredText("stroke"), call)));
  }

  private static SocketAction.Answer draw(DynamoLogWriter writer, String stroke, ActionCall call) {
    SessionProfile profile = call.session().profile();
    writer.append(
        new NewEntry(
            profile.resource(),
            true,
            "stroke",
            (seq, at) -> JsonObject.builder().put("seq", seq).put("stroke", stroke).build(),
            profile.participant().id(),
            profile.sessionId(),
            null));
    return new SocketAction.Answer.Done(List.of());
  }
}
