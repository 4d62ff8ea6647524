package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.logic.FieldTraits;
import dev.baton.survey.core.logic.FormNames;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What logic has to know of the fields. Source: survey spec §4.6. */
final class Traits {
  private Traits() {}

  static FormNames of(List<FieldReading> fields) {
    Map<String, FieldTraits> traits = new LinkedHashMap<>();
    Set<String> endings = new HashSet<>();
    for (FieldReading field : fields) {
      traits.putIfAbsent(field.source().ref(), of(field));
      if (field.type() == FieldType.THANKYOU_SCREEN) {
        endings.add(field.source().ref());
      }
    }
    return new FormNames(traits, endings);
  }

  private static FieldTraits of(FieldReading field) {
    boolean yesOrNo = field.type() == FieldType.YES_NO || field.type() == FieldType.LEGAL;
    return new FieldTraits(
        yesOrNo && !field.options().fly(),
        Acceptances.locale(field.settings()),
        field.type() == FieldType.DATE ? DateFormats.of(field.source()) : null,
        Choices.of(field.source()).byName());
  }
}
