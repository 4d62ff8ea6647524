package dev.baton.survey.core.answer;

import dev.baton.survey.core.values.DateFormat;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.TruthLabels;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a field reads replies, compiled at import. Source: survey specification §4.2. */
public sealed interface Acceptance {

  /** Any text that is not blank. */
  record AnyText() implements Acceptance {}

  /**
   * Any text that is not blank, with a date reading if it parses; the format is absent without a
   * structure.
   */
  record DateText(@Nullable DateFormat format) implements Acceptance {}

  /** A number within the bounds, if given. */
  record NumberIn(
      boolean integer,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      NumberLocale locale)
      implements Acceptance {}

  /** An e-mail address. */
  record Email() implements Acceptance {}

  /** A phone number, national ones of that ISO 3166 country. */
  record Phone(String country) implements Acceptance {}

  /** One of the labels, or with allowOther any text that is not blank. */
  record OneOf(List<String> labels, boolean allowOther) implements Acceptance {
    /** Labels as a copy. */
    public OneOf {
      labels = List.copyOf(labels);
    }
  }

  /** Yes or No, also as true and false. */
  record YesNo() implements Acceptance {}

  /** I Accept or I don't Accept, also as true and false. */
  record Legal() implements Acceptance {}

  /** A whole number from start, as many as there are steps. */
  record Scale(int start, int steps) implements Acceptance {}

  /** An attachment with a url or id, of the type if given. */
  record Upload(@Nullable String type) implements Acceptance {}

  /** Anything. */
  record Anything() implements Acceptance {}

  /** The optin that names the field. */
  record Optin() implements Acceptance {}

  /** Nothing: the field is message-only. */
  record Nothing() implements Acceptance {}

  /** What the field makes of the reply; total. */
  default Reading read(Reply reply) {
    return switch (this) {
      case AnyText any -> TextReadings.any(reply);
      case DateText(DateFormat format) -> TextReadings.date(reply, format);
      case NumberIn number -> TextReadings.number(reply, number);
      case Email email -> TextReadings.email(reply);
      case Phone(String country) -> TextReadings.phone(reply, country);
      case OneOf(List<String> choices, boolean allowOther) ->
          ChoiceReadings.oneOf(reply, choices, allowOther);
      case YesNo yesNo -> ChoiceReadings.truth(reply, TruthLabels.YES_NO);
      case Legal legal -> ChoiceReadings.truth(reply, TruthLabels.LEGAL);
      case Scale(int start, int steps) -> ChoiceReadings.scale(reply, start, steps);
      case Upload(String type) -> OtherReadings.upload(reply, type);
      case Anything anything -> OtherReadings.anything(reply);
      case Optin optin -> OtherReadings.optin(reply);
      case Nothing nothing -> new Reading.Rejected(MessageKeys.NO_RESPONSES_NOW);
    };
  }

  /** The labels of its buttons in order; empty for fields without buttons. */
  default List<String> labels() {
    return switch (this) {
      case OneOf(List<String> choices, boolean allowOther) -> choices;
      case YesNo yesNo -> TruthLabels.YES_NO;
      case Legal legal -> TruthLabels.LEGAL;
      case Scale(int start, int steps) ->
          IntStream.range(start, start + steps).mapToObj(Integer::toString).toList();
      case AnyText any -> List.of();
      case DateText date -> List.of();
      case NumberIn number -> List.of();
      case Email email -> List.of();
      case Phone phone -> List.of();
      case Upload upload -> List.of();
      case Anything anything -> List.of();
      case Optin optin -> List.of();
      case Nothing nothing -> List.of();
    };
  }
}
