package dev.baton.survey.core.form;

import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.answer.MessageKeys;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that the engine itself says in a survey: the author's where there are some, else
 * the defaults. Source: survey spec §4.1.
 */
public final class MessageTexts {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          MessageKeys.MUST_ENTER,
          "Sorry, that answer is not valid. Please try to answer the question again.",
          MessageKeys.MUST_SELECT,
          "Sorry, please use the buttons provided to answer the question.",
          MessageKeys.EMAIL_ADDRESS,
          "Sorry, please enter a valid email address.",
          MessageKeys.PHONE_NUMBER,
          "Sorry, please enter a valid phone number.",
          MessageKeys.RANGE,
          "Sorry, please enter a valid number.",
          MessageKeys.CLOSED,
          "We're sorry, but this survey is now over and closed.",
          MessageKeys.NO_RESPONSES_NOW,
          "Sorry, I can't accept any responses now.");

  private final Map<String, String> texts;

  private MessageTexts(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /**
   * The texts of a form whose author wrote these; blank ones and other values than texts are left
   * out.
   */
  public static MessageTexts of(JsonObject authored) {
    Map<String, String> texts = new HashMap<>(DEFAULTS);
    for (JsonObject.Member member : authored.members()) {
      if (member.value() instanceof JsonText(String text) && !text.isBlank()) {
        texts.put(member.name(), text);
      }
    }
    return new MessageTexts(texts);
  }

  /**
   * The text under one of {@link MessageKeys} but the reminder; an unknown key says {@code
   * label.error.mustEnter}.
   */
  public String text(String key) {
    String text = texts.get(key);
    return text == null ? String.valueOf(texts.get(MessageKeys.MUST_ENTER)) : text;
  }

  /** The reminder, or null when this form sends none. */
  public @Nullable String reminder() {
    return texts.get(MessageKeys.REMINDER);
  }
}
