package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.form.MessageShape;
import dev.baton.survey.core.form.WebAddress;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.Constant;
import dev.baton.survey.core.text.JsonTemplate.Member;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import dev.baton.survey.core.text.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles the button that opens a website. Source: survey spec §4.2. */
final class Webviews {
  private static final Template DEFAULT_BUTTON = Template.constant("View website");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");
  private static final String EXAMPLE = "Write url: https://example.org/page.";

  private Webviews() {}

  static MessageShape of(FieldReading field) {
    Template buttonText = field.settings().template("buttonText");
    return new MessageShape.Webview(
        address(field),
        buttonText == null ? DEFAULT_BUTTON : buttonText,
        !(field.settings().get("extensions") instanceof Constant(JsonBoolean(boolean on)) && !on));
  }

  private static WebAddress address(FieldReading field) {
    JsonTemplate url = field.settings().get("url");
    return switch (url) {
      case null -> none(field, "the website has no url");
      case ObjectTemplate parts -> assembled(field, field.settings().inside("url"));
      default -> whole(field, url);
    };
  }

  private static WebAddress whole(FieldReading field, JsonTemplate url) {
    Template base = Settings.template(url);
    boolean isAddress =
        base != null && (!base.isConstant() || ADDRESS.matcher(base.source()).matches());
    return isAddress && base != null
        ? new WebAddress(base, List.of())
        : none(field, "url " + Settings.quoted(url) + " is no web address");
  }

  /**
   * The protocol goes before the base, so that values in it are percent-encoded like in any
   * address.
   */
  private static WebAddress assembled(FieldReading field, Settings url) {
    JsonTemplate base = url.get("base");
    if (base == null || !isScalar(base)) {
      return none(field, "url " + Settings.quoted(url.object()) + " has no base");
    }
    String protocol = url.constant("protocol");
    String written = (protocol == null ? "https" : protocol) + "://" + Settings.unquoted(base);
    Parsed<Template> template = Template.parse(written, field.inDescription());
    Template whole = template.value();
    return whole == null
        ? none(field, "url " + Settings.quoted(url.object()) + " is no web address")
        : whole(field, whole, url.inside("params").object());
  }

  private static WebAddress whole(FieldReading field, Template base, ObjectTemplate parameters) {
    List<WebAddress.Parameter> read = new ArrayList<>();
    for (Member member : parameters.members()) {
      @Nullable Template value = Settings.template(member.value());
      if (value == null) {
        return none(field, "url parameter '" + member.name() + "' is no text");
      }
      read.add(new WebAddress.Parameter(member.name(), value));
    }
    return new WebAddress(base, read);
  }

  private static boolean isScalar(JsonTemplate value) {
    return switch (value) {
      case Constant(Json constant) -> constant instanceof JsonText(String text) && !text.isBlank();
      case JsonTemplate.TextTemplate text -> true;
      case JsonTemplate.InsertedValue inserted -> true;
      case ObjectTemplate object -> false;
      case JsonTemplate.ArrayTemplate array -> false;
    };
  }

  private static WebAddress none(FieldReading field, String fact) {
    field.error("bad-webview", fact, EXAMPLE);
    return new WebAddress(Template.constant(""), List.of());
  }
}
