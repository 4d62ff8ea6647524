package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.survey.core.answer.Acceptance;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.values.Phones;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles how a field reads answers. Source: survey spec §4.2. */
final class Acceptances {
  private static final int DEFAULT_STEPS = 5;

  private Acceptances() {}

  static Acceptance of(FieldReading field) {
    return switch (field.type()) {
      case SHORT_TEXT, LONG_TEXT -> new Acceptance.AnyText();
      case DATE -> new Acceptance.DateText(DateFormats.of(field.source()));
      case NUMBER -> number(field);
      case EMAIL -> new Acceptance.Email();
      case PHONE_NUMBER -> new Acceptance.Phone(country(field));
      case MULTIPLE_CHOICE, DROPDOWN, PICTURE_CHOICE, BUTTON_CHOICE -> choice(field);
      case UTILITY_MESSAGE -> templateChoice(field);
      case YES_NO -> new Acceptance.YesNo();
      case LEGAL -> new Acceptance.Legal();
      case OPINION_SCALE, RATING -> scale(field);
      case ATTACHMENT -> new Acceptance.Anything();
      case UPLOAD, FILE_UPLOAD -> new Acceptance.Upload(uploadType(field.settings()));
      case NOTIFY -> new Acceptance.Optin();
      case STATEMENT,
          THANKYOU_SCREEN,
          WAIT,
          HANDOFF,
          STITCH,
          WEBVIEW,
          NOTIFICATION_MESSAGES,
          SHARE ->
          new Acceptance.Nothing();
    };
  }

  /** How the answers of a field write numbers. */
  static NumberLocale locale(Settings settings) {
    String tag = settings.inside("validate").constant("locale");
    return tag == null ? NumberLocale.EN_US : NumberLocale.of(tag);
  }

  private static Acceptance number(FieldReading field) {
    Settings validate = field.settings().inside("validate");
    return new Acceptance.NumberIn(
        validate.isTruthy("integer"),
        bound(field, validate, "min"),
        bound(field, validate, "max"),
        locale(field.settings()));
  }

  private static @Nullable BigDecimal bound(FieldReading field, Settings validate, String name) {
    JsonTemplate given = validate.get(name);
    if (given == null) {
      return null;
    }
    BigDecimal bound =
        given instanceof JsonTemplate.Constant(Json value)
            ? Numbers.read(value, NumberLocale.EN_US)
            : null;
    if (bound == null) {
      field.warning(
          "ignored-setting",
          "validate." + name + " " + Settings.quoted(given) + " is no number and has no effect",
          "Write a number.");
    }
    return bound;
  }

  private static String country(FieldReading field) {
    String country = field.settings().inside("validate").constant("country");
    if (country == null || Phones.knows(country)) {
      return country == null ? Phones.DEFAULT_COUNTRY : country;
    }
    field.warning(
        "ignored-setting",
        "validate.country '" + country + "' is not known and has no effect",
        "Write a country code such as 'DE'; numbers with + are read everywhere.");
    return Phones.DEFAULT_COUNTRY;
  }

  private static Acceptance choice(FieldReading field) {
    List<String> labels = Choices.of(field.source()).labels();
    Choices.check(field.source(), labels.size(), field.problems());
    return new Acceptance.OneOf(labels, isTrue(field.source(), "allow_other_choice"));
  }

  private static Acceptance templateChoice(FieldReading field) {
    List<String> labels = Choices.of(field.source()).labels();
    if (labels.isEmpty()) {
      return new Acceptance.Nothing();
    }
    Choices.check(field.source(), labels.size(), field.problems());
    return new Acceptance.OneOf(labels, false);
  }

  private static Acceptance scale(FieldReading field) {
    boolean fromZero =
        field.source().properties().get("start_at_one") instanceof JsonBoolean(boolean one) && !one;
    Json given = field.source().properties().get("steps");
    BigDecimal number = given == null ? null : Numbers.read(given, NumberLocale.EN_US);
    int steps =
        number == null
            ? DEFAULT_STEPS
            : number.max(BigDecimal.ZERO).min(BigDecimal.valueOf(1_000)).intValue();
    Choices.check(field.source(), steps, field.problems());
    return new Acceptance.Scale(fromZero ? 0 : 1, steps);
  }

  private static @Nullable String uploadType(Settings settings) {
    String type = settings.inside("upload").constant("type");
    return type == null ? settings.inside("validate").constant("type") : type;
  }

  private static boolean isTrue(FieldSource field, String property) {
    return field.properties().get(property) instanceof JsonBoolean(boolean value) && value;
  }
}
