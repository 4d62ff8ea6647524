package dev.baton.survey.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.answer.Reading;
import dev.baton.survey.core.answer.Reply;
import dev.baton.survey.core.form.Departure.Destination;
import dev.baton.survey.core.render.Messages;
import dev.baton.survey.core.render.Recipient;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for all forms that the linter accepts, tried on forms by chance. */
class RandomFormsTest {
  private static final List<String> ANSWERS =
      List.of("Blue", "1", "7", "ok: [smile", "'tis", "> 5", "\uD800", "x".repeat(20_000), "");

  @RepeatedTest(300)
  void aWalkThroughAnAcceptedFormAlwaysFindsTheNextField(RepetitionInfo repetition) {
    int seed = repetition.getCurrentRepetition();
    SplittableRandom random = new SplittableRandom(seed);
    Form form = new RandomForms(random).accepted("RANDOM");
    Map<String, StoredAnswer> answers = new HashMap<>();
    Map<String, Json> variables = form.variables();
    Field field = form.first();

    int messages = 0;
    for (int step = 0; step < 100 && field.conduct() != Conduct.ENDS; step++) {
      Values values = new Values("u", 5, Map.of("age", Json.of(3)), answers, variables);
      send(field, values);
      messages = field.conduct() == Conduct.PASSES ? messages + 1 : 0;
      assertThat(messages).as("seed %d at %s", seed, field.ref()).isLessThanOrEqualTo(25);
      answer(field, ANSWERS.get(random.nextInt(ANSWERS.size())), answers);
      Departure departure = form.leave(field, values);
      variables = departure.variables();
      if (!(departure.destination() instanceof Destination.ToField(Field next))) {
        break;
      }
      field = next;
    }

    assertThat(form.rememberedRefs()).allSatisfy(ref -> assertThat(form.field(ref)).isNotNull());
  }

  @Test
  void mostFormsByChanceAreAccepted() {
    RandomForms forms = new RandomForms(new SplittableRandom(1));

    long accepted =
        IntStream.range(0, 300).filter(index -> !Forms.check(forms.next()).hasErrors()).count();

    assertThat(accepted).isBetween(100L, 299L);
  }

  @Test
  void findingsPointIntoTheForm() {
    RandomForms forms = new RandomForms(new SplittableRandom(2));
    for (int index = 0; index < 200; index++) {
      Json form = forms.next();
      for (Finding finding : Forms.check(form).findings()) {
        assertThat(Pointers.resolve(form, finding.path())).as(finding.toString()).isNotNull();
        assertThat(finding.message()).matches("(?s)(Question [0-9]+ '.+'|Form): .+\\.");
      }
    }
  }

  private static void send(Field field, Values values) {
    Json body =
        Messages.question(field, values, new Missing(), new Recipient.Person("u"), "1:0", false);
    assertThat(FormText.json(body.write())).isNotNull();
  }

  private static void answer(Field field, String text, Map<String, StoredAnswer> answers) {
    if (field.read(new Reply.Text(text)) instanceof Reading.Accepted(String response, Json value)) {
      answers.put(field.ref(), new StoredAnswer(response, value));
    }
  }
}
