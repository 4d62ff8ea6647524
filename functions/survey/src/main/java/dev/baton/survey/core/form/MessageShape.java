package dev.baton.survey.core.form;

import dev.baton.core.json.JsonArray;
import dev.baton.survey.core.text.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the message of a field looks on the wire, as far as it is known at import. Source: survey
 * spec §4.2.
 */
public sealed interface MessageShape {

  /** The title as text. */
  record Text() implements MessageShape {
    /** The one that is used. */
    public static final Text ALONE = new Text();
  }

  /**
   * The title as text with buttons below.
   *
   * @param labels the labels in order
   * @param quickReplies the buttons, ready to send
   */
  record Buttons(List<String> labels, JsonArray quickReplies) implements MessageShape {
    /** Keeps a copy of the labels. */
    public Buttons {
      labels = List.copyOf(labels);
    }
  }

  /**
   * The title above one button that opens a website.
   *
   * @param address where it leads
   * @param buttonText what the button says
   * @param extensions whether the website may use the Messenger extensions
   */
  record Webview(WebAddress address, Template buttonText, boolean extensions)
      implements MessageShape {}

  /**
   * A picture, video, sound or file; the title is not sent. One of url and attachment id is given.
   *
   * @param type image, video, audio or file
   * @param url where it lies
   * @param attachmentId its id where it was uploaded before
   */
  record Attachment(String type, @Nullable Template url, @Nullable Template attachmentId)
      implements MessageShape {}

  /** The request for one message at a later day. */
  record OneTimeNotification() implements MessageShape {
    /** The one that is used. */
    public static final OneTimeNotification REQUEST = new OneTimeNotification();
  }

  /**
   * The request for recurring messages.
   *
   * @param timezone the participant's time zone
   * @param callToAction what the button says, in the platform's words
   */
  record NotificationMessages(Template timezone, Template callToAction) implements MessageShape {}

  /**
   * A template that the platform approved, for participants outside the messaging window.
   *
   * @param template the template's name
   * @param language the template's language, such as {@code en_US}
   * @param parameters the texts of its body
   * @param buttons the payloads of its buttons, ready to send
   */
  record Utility(Template template, Template language, List<Template> parameters, JsonArray buttons)
      implements MessageShape {
    /** Keeps a copy of the parameters. */
    public Utility {
      parameters = List.copyOf(parameters);
    }
  }
}
