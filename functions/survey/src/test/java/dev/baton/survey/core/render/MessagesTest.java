package dev.baton.survey.core.render;

import static dev.baton.survey.core.form.FormText.form;
import static dev.baton.survey.core.form.FormText.json;
import static dev.baton.survey.core.render.WorkedExampleTest.comparable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private static final Recipient ANA = new Recipient.Person("77");
  private final Missing missing = new Missing();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type: webview, url: \"https://example.org/{{hidden:x}}\"|{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"button\",\"text\":\"Hello v w\",\"buttons\":[{\"type\":\"web_url\",\"url\":\"https://example.org/v%20w\",\"title\":\"View website\",\"webview_height_ratio\":\"full\",\"messenger_extensions\":true}]}}}",
        "type: webview, extensions: false, buttonText: \"Go {{hidden:x}}\", url: {base: \"a.example/{{hidden:x}}\", params: {\"p q\": \"{{hidden:x}}&\", n: 5}}|{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"button\",\"text\":\"Hello v w\",\"buttons\":[{\"type\":\"web_url\",\"url\":\"https://a.example/v%20w?p%20q=v%20w%26&n=5\",\"title\":\"Go v w\",\"webview_height_ratio\":\"full\",\"messenger_extensions\":false}]}}}",
        "type: webview, url: {base: \"a.example?z=1\", protocol: http, params: {y: ~}}|{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"button\",\"text\":\"Hello v w\",\"buttons\":[{\"type\":\"web_url\",\"url\":\"http://a.example?z=1&y=\",\"title\":\"View website\",\"webview_height_ratio\":\"full\",\"messenger_extensions\":true}]}}}",
        "type: attachment, attachment: {type: video, url: \"https://a.example/{{hidden:x}}\"}|{\"attachment\":{\"type\":\"video\",\"payload\":{\"url\":\"https://a.example/v%20w\",\"is_reusable\":true}}}",
        "type: attachment, attachment: {url: \"https://a.example/\", attachment_id: 12345678901234567890}|{\"attachment\":{\"type\":\"image\",\"payload\":{\"attachment_id\":\"12345678901234567890\"}}}",
        "type: notify|{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"one_time_notif_req\",\"title\":\"Hello v w\",\"payload\":\"{\\\"ref\\\":\\\"a\\\"}\"}}}",
        "type: notification_messages|{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"notification_messages\",\"title\":\"Hello v w\",\"payload\":\"{\\\"ref\\\":\\\"a\\\"}\",\"notification_messages_timezone\":\"UTC\",\"notification_messages_cta_text\":\"ALLOW\"}}}",
        "type: notification_messages, timezone: Asia/Tokyo, ctaText: GET_UPDATES|{\"attachment\":{\"type\":\"template\",\"payload\":{\"template_type\":\"notification_messages\",\"title\":\"Hello v w\",\"payload\":\"{\\\"ref\\\":\\\"a\\\"}\",\"notification_messages_timezone\":\"Asia/Tokyo\",\"notification_messages_cta_text\":\"GET_UPDATES\"}}}",
        "type: share|{\"text\":\"Hello v w\"}",
        "type: yes_no|{\"text\":\"Hello v w\",\"quick_replies\":[{\"content_type\":\"text\",\"title\":\"Yes\",\"payload\":\"{\\\"value\\\":\\\"Yes\\\",\\\"ref\\\":\\\"a\\\"}\"},{\"content_type\":\"text\",\"title\":\"No\",\"payload\":\"{\\\"value\\\":\\\"No\\\",\\\"ref\\\":\\\"a\\\"}\"}]}",
        "type: legal|{\"text\":\"Hello v w\",\"quick_replies\":[{\"content_type\":\"text\",\"title\":\"I Accept\",\"payload\":\"{\\\"value\\\":\\\"I Accept\\\",\\\"ref\\\":\\\"a\\\"}\"},{\"content_type\":\"text\",\"title\":\"I don't Accept\",\"payload\":\"{\\\"value\\\":\\\"I don't Accept\\\",\\\"ref\\\":\\\"a\\\"}\"}]}",
        "type: thankyou_screen|{\"text\":\"Hello v w\"}",
      })
  void everyTypeHasItsMessage(String description, String expected) {
    Field field = field("{" + description + "}");

    JsonObject body = question(field, ANA, "1:0", false);

    assertThat(body.text("messaging_type")).isEqualTo("RESPONSE");
    assertThat(body.get("recipient")).isEqualTo(json("{\"id\":\"77\"}"));
    assertThat(comparable(withoutMetadata(body))).isEqualTo(comparable(json(expected)));
    assertThat(missing.count()).isZero();
  }

  @Test
  void approvedTemplatesAreSentAsUtilityMessages() {
    Field field =
        Forms.compile(
                form()
                    .say(
                        "a",
                        "{type: utility_message, template: \"t-{{hidden:x}}\", language: en_US, params: [5, \"{{hidden:x}}\"]}")
                    .choices("One", "Two")
                    .member("hidden", "[\"x\"]"))
            .first();

    JsonObject body = question(field, ANA, "1:0", true);

    assertThat(body.text("messaging_type")).isEqualTo("UTILITY");
    assertThat(comparable(withoutMetadata(body)))
        .isEqualTo(
            comparable(
                json(
                    """
                    {"template":{"name":"t-v w","language":{"code":"en_US"},"components":[
                      {"type":"body","parameters":[{"type":"text","text":"5"},{"type":"text","text":"v w"}]},
                      {"type":"buttons","parameters":[
                        {"type":"POSTBACK","payload":"{\\"value\\":\\"One\\",\\"ref\\":\\"a\\"}"},
                        {"type":"POSTBACK","payload":"{\\"value\\":\\"Two\\",\\"ref\\":\\"a\\"}"}]}]}}\
                    """)));
  }

  @Test
  void anApprovedTemplateWithOneButtonSendsTheRef() {
    Field field =
        Forms.compile(
                form().say("a", "{type: utility_message, template: t, language: en}").choices("Go"))
            .first();

    assertThat(comparable(withoutMetadata(question(field, ANA, null, false))))
        .isEqualTo(
            comparable(
                json(
                    """
                    {"template":{"name":"t","language":{"code":"en"},"components":[
                      {"type":"buttons","parameters":[{"type":"POSTBACK","payload":"a"}]}]}}\
                    """)));
  }

  @Test
  void theDescriptionSetsHowTheMessageIsSent() {
    Field field =
        field("{sendParams: {messaging_type: MESSAGE_TAG, tag: \"{{hidden:x}}\", other: 1}}");

    JsonObject body = question(field, new Recipient.OneTimeToken("tok"), "1:0", false);

    assertThat(body.text("messaging_type")).isEqualTo("MESSAGE_TAG");
    assertThat(body.text("tag")).isEqualTo("v w");
    assertThat(body.get("recipient")).isEqualTo(json("{\"one_time_notif_token\":\"tok\"}"));
    assertThat(body.has("other")).isFalse();
    assertThat(question(field("{}"), ANA, "1:0", false).has("tag")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|1:0|false|{\"ref\":\"a\",\"type\":\"statement\",\"eid\":\"1:0\"}",
        "{}|1:0|true|{\"ref\":\"a\",\"type\":\"statement\",\"isRepeat\":true,\"eid\":\"1:0\"}",
        "{}||false|{\"ref\":\"a\",\"type\":\"statement\"}",
        "{}||true|{\"ref\":\"a\",\"type\":\"statement\",\"isRepeat\":true}",
        "{k: \"{{hidden:x}}\", n: {{hidden:x}}}|1:0|false|{\"k\":\"v w\",\"n\":\"v w\",\"ref\":\"a\",\"type\":\"statement\",\"eid\":\"1:0\"}",
        "{type: number, p: [1.50, {q: ~}]}|1:0|true|{\"type\":\"number\",\"p\":[1.50,{\"q\":null}],\"ref\":\"a\",\"isRepeat\":true,\"eid\":\"1:0\"}",
        "{ref: z, eid: z, isRepeat: z, k: 1}|1:0|false|{\"k\":1,\"ref\":\"a\",\"type\":\"statement\",\"eid\":\"1:0\"}",
        "{type: ~, k: 1}|1:0|false|{\"k\":1,\"ref\":\"a\",\"type\":\"statement\",\"eid\":\"1:0\"}",
        "handoff: {target_app_id: 1}|1:0|false|{\"handoff\":{\"target_app_id\":1},\"ref\":\"a\",\"type\":\"handoff\",\"eid\":\"1:0\"}",
      })
  void metadataIsTheDescriptionWithRefTypeAndEffect(
      String description, @Nullable String eid, boolean repeat, String expected) {
    JsonObject body = question(field(description), ANA, eid, repeat);

    assertThat(comparable(metadata(body))).isEqualTo(comparable(json(expected)));
    assertThat(metadata(body).write()).hasSameSizeAs(expected);
  }

  @Test
  void metadataOverTheLimitLosesTheDescription() {
    // {"k":"...","ref":"a","type":"statement","eid":"1:0"} is 49 characters without the value.
    Field fitting = field("{k: " + "x".repeat(1_000 - 49) + "}");
    Field over = field("{k: " + "x".repeat(1_001 - 49) + "}");

    assertThat(metadata(question(fitting, ANA, "1:0", false)).write()).hasSize(1_000);
    assertThat(metadata(question(over, ANA, "1:0", true)).write())
        .isEqualTo("{\"ref\":\"a\",\"type\":\"statement\",\"isRepeat\":true,\"eid\":\"1:0\"}");
  }

  @Test
  void missingValuesAreCounted() {
    Values nobody = new Values("77", 0, Map.of(), Map.of(), Map.of());

    JsonObject body =
        Messages.question(field("{k: \"{{hidden:x}}\"}"), nobody, missing, ANA, "1:0", false);

    assertThat(text(body)).isEqualTo("Hello ");
    assertThat(missing.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"2000, 2000, x", "2001, 2000, …", "5000, 2000, …"})
  void longTextsAreCut(int length, int expected, String last) {
    String text = text(Messages.line("x".repeat(length), "a", ANA, null));

    assertThat(text).hasSize(expected).endsWith(last);
  }

  @Test
  void aPairOfSurrogatesIsNotSplit() {
    String cut = text(Messages.line("x" + "😀".repeat(1_500), "a", ANA, null));
    String even = text(Messages.line("😀".repeat(1_500), "a", ANA, null));

    assertThat(cut).isEqualTo("x" + "😀".repeat(999) + "…");
    assertThat(even).isEqualTo("😀".repeat(999) + "…");
  }

  @Test
  void titlesAreCutToo() {
    Field field = field("{}");
    Values values =
        new Values("77", 0, Map.of("x", Json.of("y".repeat(3_000))), Map.of(), Map.of());

    JsonObject body = Messages.question(field, values, missing, ANA, "1:0", false);

    assertThat(text(body)).hasSize(2_000).startsWith("Hello y").endsWith("y…");
  }

  @Test
  void theLineBeforeAFieldSaysWhatItRepeats() {
    assertThat(comparable(Messages.line("Sorry", "a", ANA, "2:1")))
        .isEqualTo(
            comparable(
                json(
                    """
                    {"recipient":{"id":"77"},"messaging_type":"RESPONSE","message":{"text":"Sorry",
                    "metadata":"{\\"repeat\\":true,\\"ref\\":\\"a\\",\\"eid\\":\\"2:1\\"}"}}\
                    """)));
    assertThat(metadata(Messages.line("Sorry", "a", ANA, null)).write())
        .isEqualTo("{\"repeat\":true,\"ref\":\"a\"}");
  }

  @Test
  void theTextOfAClosedSurveySaysOff() {
    assertThat(comparable(Messages.closed("Over", "a", ANA, "2:1")))
        .isEqualTo(
            comparable(
                json(
                    """
                    {"recipient":{"id":"77"},"messaging_type":"RESPONSE","message":{"text":"Over",
                    "metadata":"{\\"off\\":true,\\"ref\\":\\"a\\",\\"eid\\":\\"2:1\\"}"}}\
                    """)));
  }

  private JsonObject question(
      Field field, Recipient recipient, @Nullable String eid, boolean repeat) {
    Values values = new Values("77", 0, Map.of("x", Json.of("v w")), Map.of(), Map.of());
    return Messages.question(field, values, missing, recipient, eid, repeat);
  }

  private static Field field(String description) {
    FormText text = form().field("a", "statement", "Hello {{hidden:x}}");
    return Forms.compile(text.description(description).member("hidden", "[\"x\"]")).first();
  }

  private static JsonObject message(JsonObject body) {
    JsonObject message = body.object("message");
    assertThat(message).isNotNull();
    return message == null ? JsonObject.EMPTY : message;
  }

  private static Json metadata(JsonObject body) {
    return json(String.valueOf(message(body).text("metadata")));
  }

  private static String text(JsonObject body) {
    return String.valueOf(message(body).text("text"));
  }

  private static JsonObject withoutMetadata(JsonObject body) {
    return new JsonObject(
        message(body).members().stream()
            .filter(member -> !member.name().equals("metadata"))
            .toList());
  }
}
