package dev.baton.survey.core.participant.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.effect.HandoffId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows beside the participant item. */
class RowsTest {
  private static final AnswerRow ANSWER =
      new AnswerRow(1, "m", "F", "F", 1, "q", "x", null, false, AnswerRow.LATE, 2);
  private static final HandoffRow HANDOFF = new HandoffRow(new HandoffId(1, 1), JsonObject.EMPTY);

  @Test
  void anyKindOfRowIsSomethingToWrite() {
    assertThat(Rows.NONE.isEmpty()).isTrue();
    assertThat(new Rows(List.of(ANSWER), List.of(), List.of(), false).isEmpty()).isFalse();
    assertThat(new Rows(List.of(), List.of(HANDOFF), List.of(), false).isEmpty()).isFalse();
    assertThat(new Rows(List.of(), List.of(), List.of("F"), false).isEmpty()).isFalse();
    assertThat(new Rows(List.of(), List.of(), List.of(), true).isEmpty()).isFalse();
  }
}
