package dev.baton.survey.core.form;

import dev.baton.survey.core.answer.Acceptance;
import dev.baton.survey.core.answer.Reading;
import dev.baton.survey.core.answer.Reply;
import dev.baton.survey.core.logic.FieldLogic;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import dev.baton.survey.core.text.Template;
import dev.baton.survey.core.waiting.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One compiled step of a form. Source: survey spec §4.2 and §4.3.
 *
 * @param position its place among the fields, from 1
 * @param path JSON pointer to it in the form
 * @param ref its stable name
 * @param type its effective type
 * @param title the text of its message
 * @param description its configuration, an object; null when it has none
 * @param shape how its message looks
 * @param acceptance how it reads answers
 * @param conduct what happens after its message
 * @param keepMoving whether it is left at once by the author's wish
 * @param responseMessage what a participant is told who writes where nothing is accepted
 * @param plainWait its wait; null when it has none or hands off
 * @param notifyPermission whether the first message after its wait spends a one-time token
 * @param handoff its handoff; null when it does not hand off
 * @param stitch the form that follows; null when none does
 * @param sendParameters what is set beside its message
 * @param logic what happens when it is left
 */
public record Field(
    int position,
    String path,
    String ref,
    FieldType type,
    Template title,
    @Nullable ObjectTemplate description,
    MessageShape shape,
    Acceptance acceptance,
    Conduct conduct,
    boolean keepMoving,
    @Nullable Template responseMessage,
    @Nullable Wait plainWait,
    boolean notifyPermission,
    @Nullable HandoffPlan handoff,
    @Nullable Stitch stitch,
    SendParameters sendParameters,
    FieldLogic logic) {

  /**
   * What it makes of the reply; total. The only button of an approved template sends nothing but
   * the ref, which stands for its label.
   */
  public Reading read(Reply reply) {
    List<String> labels = acceptance.labels();
    boolean isOnlyButton =
        type == FieldType.UTILITY_MESSAGE
            && labels.size() == 1
            && reply instanceof Reply.Tap(String value)
            && value.equals(ref);
    return acceptance.read(isOnlyButton ? new Reply.Tap(labels.getFirst()) : reply);
  }

  /** Whether it accepts no answer at all. */
  public boolean isMessageOnly() {
    return acceptance instanceof Acceptance.Nothing;
  }

  /** Whether it is sent again alone after a wrong answer, because only its template may be sent. */
  public boolean isRepeatedAlone() {
    return type == FieldType.UTILITY_MESSAGE;
  }
}
