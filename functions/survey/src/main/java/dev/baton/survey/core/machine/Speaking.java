package dev.baton.survey.core.machine;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.answer.MessageKeys;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.render.Messages;
import dev.baton.survey.core.render.Recipient;
import dev.baton.survey.core.values.Values;
import org.jspecify.annotations.Nullable;

/**
 * What the engine says: the messages that a decision asks for. Source: survey spec §3.1, §3.2 and
 * §4.2.
 */
final class Speaking {
  /** Effects in the outbox up to which the engine still answers what moves nothing. */
  private static final int ROOM_FOR_REPLIES = 30;

  private Speaking() {}

  /** The message of a field that is passed by. */
  static void say(Turn turn, Field field) {
    turn.add(message(turn, field, false));
  }

  /** The message that opens the field the participant comes to. */
  static void open(Turn turn, Field field) {
    turn.open(message(turn, field, false));
  }

  /** A line, then the field once more. */
  static void again(Turn turn, String line, Field field) {
    if (!hasRoom(turn)) {
      return;
    }
    if (!field.isRepeatedAlone()) {
      line(turn, line, field.ref());
    }
    turn.add(message(turn, field, true));
  }

  /** A line alone. */
  static void line(Turn turn, String text, String ref) {
    Recipient recipient = recipient(turn);
    turn.add(send(turn, eid -> Messages.line(text, ref, recipient, eid)));
  }

  /** The text of a closed survey. */
  static void closed(Turn turn, String ref) {
    String text = turn.form().messages().text(MessageKeys.CLOSED);
    Recipient recipient = recipient(turn);
    turn.add(send(turn, eid -> Messages.closed(text, ref, recipient, eid)));
  }

  /** What somebody is told who writes where nothing is accepted. */
  static String nothingAccepted(Turn turn, Field field) {
    return field.responseMessage() == null
        ? turn.form().messages().text(MessageKeys.NO_RESPONSES_NOW)
        : field.responseMessage().render(turn.values(), turn.missing());
  }

  /**
   * Whether a reply that moves nothing may still be queued; a flood is not answered line by line.
   */
  static boolean hasRoom(Turn turn) {
    int waiting = turn.participant().outbox().size() + turn.drafts().size();
    if (waiting <= ROOM_FOR_REPLIES) {
      return true;
    }
    turn.count("reply_omitted");
    return false;
  }

  private static Draft message(Turn turn, Field field, boolean repeat) {
    Values values = turn.values();
    Recipient recipient = recipient(turn);
    return send(
        turn, eid -> Messages.question(field, values, turn.missing(), recipient, eid, repeat));
  }

  private static Draft send(Turn turn, Body body) {
    boolean tagged = turn.settings().echoTag();
    return Draft.of(id -> new Effect.Send(id, body.of(tagged ? id : null)));
  }

  private static Recipient recipient(Turn turn) {
    var tokens = turn.participant().contact().tokens();
    if (turn.takesToken() && !tokens.isEmpty()) {
      turn.emit(new SurveyEvent.TokenSpent());
      return new Recipient.OneTimeToken(tokens.getFirst());
    }
    return new Recipient.Person(turn.participant().userId());
  }

  /** The body of a request, given the id it carries. */
  private interface Body {
    JsonObject of(@Nullable String eid);
  }
}
