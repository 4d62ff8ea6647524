package dev.baton.survey.core.render;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.MessageShape;
import dev.baton.survey.core.form.WebAddress;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.text.PercentEncoding;
import dev.baton.survey.core.text.Template;
import dev.baton.survey.core.values.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code message} of a field by its shape, without metadata. Source: survey spec §4.2.
 *
 * @param field the field
 * @param values what placeholders insert
 * @param missing counts placeholders that had nothing to insert
 */
record MessageBody(Field field, Values values, Missing missing) {

  /** The members of the message. */
  JsonObject.Builder members() {
    return switch (field.shape()) {
      case MessageShape.Text text -> titled();
      case MessageShape.Buttons(var labels, JsonArray quickReplies) ->
          titled().put("quick_replies", quickReplies);
      case MessageShape.Webview webview -> attached("template", webview(webview));
      case MessageShape.Attachment attachment ->
          attached(attachment.type(), attachment(attachment));
      case MessageShape.OneTimeNotification request ->
          attached("template", notification("one_time_notif_req").build());
      case MessageShape.NotificationMessages request ->
          attached("template", notificationMessages(request));
      case MessageShape.Utility utility -> JsonObject.builder().put("template", utility(utility));
    };
  }

  private String title() {
    return MessageText.fitting(field.title().render(values, missing));
  }

  private JsonObject.Builder titled() {
    return JsonObject.builder().put("text", title());
  }

  private static JsonObject.Builder attached(String type, Json payload) {
    return JsonObject.builder()
        .put("attachment", JsonObject.builder().put("type", type).put("payload", payload).build());
  }

  private Json webview(MessageShape.Webview webview) {
    JsonObject button =
        JsonObject.builder()
            .put("type", "web_url")
            .put("url", address(webview.address()))
            .put("title", webview.buttonText().render(values, missing))
            .put("webview_height_ratio", "full")
            .put("messenger_extensions", webview.extensions())
            .build();
    return JsonObject.builder()
        .put("template_type", "button")
        .put("text", title())
        .put("buttons", JsonArray.of(button))
        .build();
  }

  private String address(WebAddress address) {
    StringBuilder url = new StringBuilder(address.base().render(values, missing));
    char separator = url.indexOf("?") < 0 ? '?' : '&';
    for (WebAddress.Parameter parameter : address.parameters()) {
      PercentEncoding.append(parameter.name(), url.append(separator));
      PercentEncoding.append(parameter.value().render(values, missing), url.append('='));
      separator = '&';
    }
    return url.toString();
  }

  private Json attachment(MessageShape.Attachment attachment) {
    Template url = attachment.url();
    Template id = attachment.attachmentId();
    return url != null
        ? JsonObject.builder()
            .put("url", url.render(values, missing))
            .put("is_reusable", true)
            .build()
        : JsonObject.builder()
            .putIfPresent("attachment_id", id == null ? null : id.render(values, missing))
            .build();
  }

  private JsonObject.Builder notification(String template) {
    return JsonObject.builder()
        .put("template_type", template)
        .put("title", title())
        .put("payload", JsonObject.builder().put("ref", field.ref()).build().write());
  }

  private Json notificationMessages(MessageShape.NotificationMessages request) {
    return notification("notification_messages")
        .put("notification_messages_timezone", request.timezone().render(values, missing))
        .put("notification_messages_cta_text", request.callToAction().render(values, missing))
        .build();
  }

  private Json utility(MessageShape.Utility utility) {
    List<Json> parameters = new ArrayList<>();
    for (Template parameter : utility.parameters()) {
      parameters.add(
          JsonObject.builder()
              .put("type", "text")
              .put("text", parameter.render(values, missing))
              .build());
    }
    List<Json> components = new ArrayList<>();
    addComponent(components, "body", new JsonArray(parameters));
    addComponent(components, "buttons", utility.buttons());
    return JsonObject.builder()
        .put("name", utility.template().render(values, missing))
        .put(
            "language",
            JsonObject.builder().put("code", utility.language().render(values, missing)).build())
        .put("components", new JsonArray(components))
        .build();
  }

  private static void addComponent(List<Json> components, String type, JsonArray parameters) {
    if (!parameters.elements().isEmpty()) {
      components.add(JsonObject.builder().put("type", type).put("parameters", parameters).build());
    }
  }
}
