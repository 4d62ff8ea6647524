package dev.baton.survey.core.answer;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.values.Blanks;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads replies to fields with buttons. */
final class ChoiceReadings {
  private ChoiceReadings() {}

  static Reading oneOf(Reply reply, List<String> labels, boolean allowOther) {
    String text = reply.words();
    String label = text == null ? null : label(text, labels);
    if (label != null) {
      return accepted(label);
    }
    return text == null || !allowOther || Blanks.isBlank(text) ? rejected() : accepted(text);
  }

  /** The labels also as the truth values they stand for, the first as true. */
  static Reading truth(Reply reply, List<String> labels) {
    String text = reply.words();
    if (text == null) {
      return rejected();
    }
    String label = label(text, labels);
    if (label == null) {
      int truth = List.of("true", "false").indexOf(folded(text));
      label = truth < 0 ? null : labels.get(truth);
    }
    return label == null ? rejected() : accepted(label);
  }

  static Reading scale(Reply reply, int start, int steps) {
    String text = reply.words();
    BigDecimal number = text == null ? null : Numbers.read(text, NumberLocale.EN_US);
    for (int step = start; number != null && step < start + steps; step++) {
      if (number.compareTo(BigDecimal.valueOf(step)) == 0) {
        return new Reading.Accepted(Integer.toString(step), Json.of(step));
      }
    }
    return rejected();
  }

  /** The label itself, else the first that is equal after folding. */
  private static @Nullable String label(String text, List<String> labels) {
    if (labels.contains(text)) {
      return text;
    }
    String folded = folded(text);
    for (String label : labels) {
      if (folded(label).equals(folded)) {
        return label;
      }
    }
    return null;
  }

  /** Trimmed, composed and without case; upper case first, because it unfolds more. */
  private static String folded(String text) {
    String composed = Normalizer.normalize(Blanks.strip(text), Normalizer.Form.NFC);
    return Normalizer.normalize(
        composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  private static Reading accepted(String label) {
    return new Reading.Accepted(label, new JsonText(label));
  }

  private static Reading rejected() {
    return new Reading.Rejected(MessageKeys.MUST_SELECT);
  }
}
