package dev.baton.survey.core.answer;

import dev.baton.core.json.JsonText;
import dev.baton.survey.core.values.Blanks;
import dev.baton.survey.core.values.DateFormat;
import dev.baton.survey.core.values.Dates;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.values.Phones;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads replies to fields that ask for a text. */
final class TextReadings {
  private TextReadings() {}

  static Reading any(Reply reply) {
    String text = reply.words();
    return text == null || Blanks.isBlank(text)
        ? new Reading.Rejected(MessageKeys.MUST_ENTER)
        : new Reading.Accepted(text, new JsonText(text));
  }

  static Reading date(Reply reply, @Nullable DateFormat format) {
    Reading reading = any(reply);
    if (!(reading instanceof Reading.Accepted accepted)) {
      return reading;
    }
    LocalDate date = Dates.read(accepted.response(), format);
    return date == null
        ? accepted
        : new Reading.Accepted(accepted.response(), new JsonText(date.toString()));
  }

  static Reading number(Reply reply, Acceptance.NumberIn field) {
    String text = reply.words();
    BigDecimal number = text == null ? null : Numbers.read(text, field.locale());
    return text == null || number == null || !isWithin(number, field)
        ? new Reading.Rejected(MessageKeys.RANGE)
        : new Reading.Accepted(text, Numbers.write(number));
  }

  private static boolean isWithin(BigDecimal number, Acceptance.NumberIn field) {
    BigDecimal minimum = field.minimum();
    BigDecimal maximum = field.maximum();
    return (!field.integer() || number.stripTrailingZeros().scale() <= 0)
        && (minimum == null || number.compareTo(minimum) >= 0)
        && (maximum == null || number.compareTo(maximum) <= 0);
  }

  static Reading email(Reply reply) {
    String text = reply.words();
    String address = text == null ? "" : Blanks.strip(text);
    return EmailAddress.isValid(address)
        ? new Reading.Accepted(address, new JsonText(address))
        : new Reading.Rejected(MessageKeys.EMAIL_ADDRESS);
  }

  static Reading phone(Reply reply, String country) {
    String text = reply.words();
    String number = text == null ? null : Phones.e164(text, country);
    return text == null || number == null
        ? new Reading.Rejected(MessageKeys.PHONE_NUMBER)
        : new Reading.Accepted(text, new JsonText(number));
  }
}
