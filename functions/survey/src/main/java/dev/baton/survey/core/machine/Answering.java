package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.answer.MessageKeys;
import dev.baton.survey.core.answer.Reading;
import dev.baton.survey.core.answer.Reply;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.participant.row.AnswerRow;
import dev.baton.survey.core.values.StoredAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the open question, and what is said where there is none. Source: survey spec §2.3,
 * §4.4 and §5.5.
 */
final class Answering {
  private static final int LONGEST_RESPONSE = 20_000;
  private static final int LONGEST_REMEMBERED = 2_000;

  private Answering() {}

  /** A text, tap or media at an open question, or at a plain wait that does not listen to it. */
  static void said(Turn turn, Item item) {
    Field field = turn.field();
    OpenQuestion question = turn.participant().question();
    if (field == null || question == null) {
      turn.inert("no_question");
    } else if (item.happening() instanceof Happening.Tapped(String value, String ref)
        && ref != null
        && !ref.equals(field.ref())) {
      turn.inert("stale_tap");
      turn.remember();
    } else if (item.timestamp() < question.openedAt()) {
      note(turn, item, question, AnswerRow.LATE);
    } else if (Closing.isClosed(turn)) {
      note(turn, item, question, AnswerRow.CLOSED);
      endWait(turn, field);
      Closing.close(turn, field.ref());
    } else {
      answer(turn, item, field, reply(item.happening()));
    }
  }

  /** An optin that names the open question answers it; the token of every optin is kept. */
  static void optedIn(Turn turn, Item item, Happening.OptedIn happening) {
    Field field = turn.state() == State.QOUT ? turn.field() : null;
    if (turn.state() == State.START) {
      turn.inert("no_survey");
      return;
    }
    turn.emit(new SurveyEvent.TokenStored(happening.token()));
    if (field != null
        && field.type() == FieldType.NOTIFY
        && field.ref().equals(happening.ref())
        && !Closing.isClosed(turn)) {
      answer(turn, item, field, new Reply.OptedIn());
    }
  }

  private static void answer(Turn turn, Item item, Field field, Reply reply) {
    switch (field.read(reply)) {
      case Reading.Accepted(String response, Json value) ->
          accepted(turn, item, field, response, value);
      case Reading.Rejected(String messageKey) -> rejected(turn, item, field, reply, messageKey);
    }
  }

  private static void accepted(Turn turn, Item item, Field field, String response, Json value) {
    turn.answerRow(row(turn, item, field.ref(), response, value, null));
    boolean remembers = turn.form().rememberedRefs().contains(field.ref());
    turn.emit(
        new SurveyEvent.QuestionAnswered(
            field.ref(), remembers ? remembered(response, value) : null));
    endWait(turn, field);
    Walking.goOn(turn, field);
  }

  private static void rejected(Turn turn, Item item, Field field, Reply reply, String messageKey) {
    boolean asks = turn.state() == State.QOUT || !field.isMessageOnly();
    if (asks) {
      turn.answerRow(row(turn, item, field.ref(), reply.response(), null, AnswerRow.INVALID));
    }
    String line =
        field.isMessageOnly()
            ? Speaking.nothingAccepted(turn, field)
            : turn.form().messages().text(messageKey);
    Speaking.again(turn, line, field);
  }

  private static void endWait(Turn turn, Field field) {
    if (turn.participant().waiting() != null) {
      Waiting.end(turn, field);
    }
  }

  /** A message that answers nothing: its row, and nothing else. */
  static void note(Turn turn, Item item, OpenQuestion question, String reason) {
    String response = reply(item.happening()).response();
    turn.answerRow(row(turn, item, question.ref(), response, null, reason));
  }

  /**
   * The row of a message that ended an overdue wait; it belongs to the survey and question before.
   */
  static AnswerRow lateRow(Turn turn, Item item, RunningSurvey survey, OpenQuestion question) {
    String response = reply(item.happening()).response();
    return row(turn, survey, item, question.ref(), response, null, AnswerRow.LATE);
  }

  /** Somebody writes after the end. */
  static void afterEnd(Turn turn, Item item) {
    Field field = turn.field();
    OpenQuestion question = turn.participant().question();
    if (field == null || question == null) {
      turn.inert("no_question");
    } else if (item.timestamp() < question.openedAt()) {
      turn.inert("late");
    } else if (Speaking.hasRoom(turn)) {
      String line = turn.form().messages().text(MessageKeys.NO_RESPONSES_NOW);
      if (field.type() == FieldType.THANKYOU_SCREEN) {
        Speaking.again(turn, line, field);
      } else {
        Speaking.line(turn, line, field.ref());
      }
    }
  }

  private static Reply reply(Happening happening) {
    return switch (happening) {
      case Happening.TextSent(String text) -> new Reply.Text(text);
      case Happening.Tapped(String value, String ref) -> new Reply.Tap(value);
      case Happening.MediaSent(String type, String url, String id) ->
          new Reply.Media(type, url, id);
      case Happening.OptedIn optin -> new Reply.OptedIn();
      case Happening.Referral referral -> new Reply.Text("");
      case Happening.Echoed echo -> new Reply.Text("");
      case Happening.ControlPassed passed -> new Reply.Text("");
      case Happening.ControlTaken taken -> new Reply.Text("");
    };
  }

  private static AnswerRow row(
      Turn turn,
      Item item,
      String ref,
      String response,
      @Nullable Json value,
      @Nullable String reason) {
    return row(turn, turn.survey(), item, ref, response, value, reason);
  }

  private static AnswerRow row(
      Turn turn,
      RunningSurvey survey,
      Item item,
      String ref,
      String response,
      @Nullable Json value,
      @Nullable String reason) {
    return new AnswerRow(
        item.timestamp(),
        item.key(),
        survey.shortcode(),
        survey.parentShortcode(),
        survey.formVersion(),
        ref,
        cut(response, LONGEST_RESPONSE),
        value == null ? null : cut(value, LONGEST_RESPONSE),
        reason == null,
        reason,
        turn.now());
  }

  private static StoredAnswer remembered(String response, Json value) {
    return new StoredAnswer(cut(response, LONGEST_REMEMBERED), cut(value, LONGEST_REMEMBERED));
  }

  private static Json cut(Json value, int longest) {
    return value instanceof JsonText(String text) && text.length() > longest
        ? Json.of(cut(text, longest))
        : value;
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }
}
