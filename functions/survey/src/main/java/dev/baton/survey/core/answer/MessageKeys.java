package dev.baton.survey.core.answer;

/** Keys of the form's messages that answer a reply. Source: survey specification §4.1. */
public final class MessageKeys {
  /** Not valid. */
  public static final String MUST_ENTER = "label.error.mustEnter";

  /** Use the buttons. */
  public static final String MUST_SELECT = "label.error.mustSelect";

  /** No valid e-mail address. */
  public static final String EMAIL_ADDRESS = "label.error.emailAddress";

  /** No valid phone number. */
  public static final String PHONE_NUMBER = "label.error.phoneNumber";

  /** No valid number. */
  public static final String RANGE = "label.error.range";

  /** The survey is closed. */
  public static final String CLOSED = "label.error.mustAccept";

  /** No responses are taken now. */
  public static final String NO_RESPONSES_NOW = "block.shortText.placeholder";

  /** The reminder; its presence switches reminders on. */
  public static final String REMINDER = "label.buttonHint.default";

  private MessageKeys() {}
}
