package dev.baton.survey.core.answer;

import dev.baton.survey.core.values.Blanks;

/** The shape of an e-mail address. Source: survey specification §4.2. */
final class EmailAddress {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;

  private EmailAddress() {}

  /**
   * One {@code @}, a local part of 1–64 characters, a dotted domain without empty label, no blanks.
   */
  static boolean isValid(String address) {
    int at = address.indexOf('@');
    return at >= 1
        && at <= LONGEST_LOCAL_PART
        && at == address.lastIndexOf('@')
        && address.length() <= LONGEST
        && !hasBlank(address)
        && isDotted(address.substring(at + 1));
  }

  private static boolean hasBlank(String address) {
    return address.chars().anyMatch(character -> Blanks.isBlank((char) character));
  }

  private static boolean isDotted(String domain) {
    return domain.indexOf('.') > 0 && !domain.endsWith(".") && !domain.contains("..");
  }
}
