package dev.baton.survey.inbound;

import static dev.baton.survey.inbound.Bodies.PAGE;
import static dev.baton.survey.inbound.Bodies.USER;
import static dev.baton.survey.inbound.Bodies.body;
import static dev.baton.survey.inbound.Bodies.fromPage;
import static dev.baton.survey.inbound.Bodies.fromUser;
import static dev.baton.survey.inbound.Bodies.happening;
import static dev.baton.survey.inbound.Bodies.ignored;
import static dev.baton.survey.inbound.Bodies.meanings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.handoff.Metadata;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Happening.ControlPassed;
import dev.baton.survey.core.inbound.Happening.Echoed;
import dev.baton.survey.core.inbound.Happening.MediaSent;
import dev.baton.survey.core.inbound.Happening.OptedIn;
import dev.baton.survey.core.inbound.Happening.Referral;
import dev.baton.survey.core.inbound.Happening.Tapped;
import dev.baton.survey.core.inbound.Happening.TextSent;
import dev.baton.survey.core.inbound.Ignored;
import dev.baton.survey.core.inbound.Inbound;
import dev.baton.survey.core.inbound.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of survey spec §2.2, row by row. */
class ItemReaderTest {
  @Test
  void referralCarriesItsRefAndAd() {
    assertThat(happening("\"referral\":{\"ref\":\"form.A\",\"source\":\"ADS\",\"ad_id\":77}"))
        .isEqualTo(new Referral("form.A", "77"));
    assertThat(happening("\"referral\":{\"source\":\"SHORTLINK\"}"))
        .isEqualTo(new Referral(null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"postback\":{\"payload\":\"x\",\"referral\":{\"ref\":\"form.A\"}}",
        "\"postback\":{\"payload\":\"{\\\"referral\\\":{\\\"ref\\\":\\\"form.A\\\"}}\"}",
        "\"postback\":{\"payload\":{\"referral\":{\"ref\":\"form.A\"}}}",
        "\"message\":{\"mid\":\"m\",\"text\":\"t\",\"quick_reply\":{\"payload\":"
            + "\"{\\\"referral\\\":{\\\"ref\\\":\\\"form.A\\\"}}\"}}",
        "\"message\":{\"mid\":\"m\",\"text\":\"hello\",\"referral\":{\"ref\":\"form.A\"}}",
      })
  void referralIsFoundWhereverMessengerPutsIt(String members) {
    assertThat(happening(members)).isEqualTo(new Referral("form.A", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"get_started", "GET_STARTED", "Get_Started"})
  void getStartedIsAReferralWithoutRef(String payload) {
    assertThat(happening("\"postback\":{\"title\":\"Go\",\"payload\":\"" + payload + "\"}"))
        .isEqualTo(new Referral(null, null));
  }

  @Test
  void echoConcernsItsRecipient() {
    Item echo =
        (Item)
            echo(
                "\"app_id\":555000111,\"metadata\":\"{\\\"ref\\\":\\\"n\\\",\\\"eid\\\":\\\"1:0\\\"}\"");

    assertThat(echo.pageId()).isEqualTo(PAGE);
    assertThat(echo.userId()).isEqualTo(USER);
    assertThat(((Echoed) echo.happening()).eid()).isEqualTo("1:0");
    assertThat(((Echoed) echo.happening()).text()).isEqualTo("Hi");
    assertThat(((Echoed) echo.happening()).metadata().text("ref")).isEqualTo("n");
  }

  @Test
  void echoWithoutTagStillCarriesItsMetadata() {
    Item echo = (Item) echo("\"metadata\":\"{\\\"ref\\\":\\\"n\\\",\\\"type\\\":\\\"date\\\"}\"");

    assertThat(((Echoed) echo.happening()).eid()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"app_id\":1",
        "\"app_id\":1,\"metadata\":\"{\\\"eid\\\":\\\"1:0\\\"}\"",
        "\"metadata\":\"plain\"",
        "\"metadata\":\"\"",
        "\"metadata\":null",
        "\"metadata\":\"[1]\"",
        "\"metadata\":\"{\"",
      })
  void echoOfOthersIsInert(String members) {
    assertThat(echo(members)).isEqualTo(new Ignored("foreign_echo"));
  }

  @Test
  void tapOfOursCarriesValueAndField() {
    String payload = "\"{\\\"value\\\":\\\"City\\\",\\\"ref\\\":\\\"region\\\"}\"";

    assertThat(
            happening(
                "\"message\":{\"text\":\"City\",\"quick_reply\":{\"payload\":" + payload + "}}"))
        .isEqualTo(new Tapped("City", "region"));
    assertThat(happening("\"postback\":{\"title\":\"City\",\"payload\":" + payload + "}"))
        .isEqualTo(new Tapped("City", "region"));
  }

  @Test
  void valueOfATapMayBeAnyJson() {
    assertThat(tapped("{\\\"value\\\":3}")).isEqualTo(new Tapped("3", null));
    assertThat(tapped("{\\\"value\\\":true,\\\"ref\\\":7}")).isEqualTo(new Tapped("true", "7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"READ_MORE", "", "{", "[1]", "5", "{}"})
  void foreignPayloadIsTheValueItself(String payload) {
    assertThat(tapped(payload)).isEqualTo(new Tapped(payload, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ana", "", "ok: [smile", "{", "@me", "'tis", "> 5", "\uD83D\uDE42", "שלום"})
  void textIsTakenAsItIs(String text) {
    assertThat(happening("\"message\":{\"mid\":\"m\",\"text\":" + Json.of(text).write() + "}"))
        .isEqualTo(new TextSent(text));
  }

  @Test
  void textWinsOverAttachments() {
    assertThat(
            happening("\"message\":{\"text\":\"see\",\"attachments\":[{\"type\":\"fallback\"}]}"))
        .isEqualTo(new TextSent("see"));
  }

  @Test
  void firstAttachmentCounts() {
    assertThat(
            happening(
                "\"message\":{\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":\"u\"}},"
                    + "{\"type\":\"audio\",\"payload\":{\"url\":\"v\"}}]}"))
        .isEqualTo(new MediaSent("image", "u", null));
    assertThat(
            happening(
                "\"message\":{\"attachments\":[{\"type\":\"video\",\"payload\":{\"id\":9}}]}"))
        .isEqualTo(new MediaSent("video", null, "9"));
    assertThat(happening("\"message\":{\"attachments\":[{\"type\":\"location\"}]}"))
        .isEqualTo(new MediaSent("location", null, null));
  }

  @Test
  void oneTimeOptinCarriesTokenAndField() {
    assertThat(
            happening(
                "\"optin\":{\"type\":\"one_time_notif_req\",\"one_time_notif_token\":\"T\","
                    + "\"payload\":\"{\\\"ref\\\":\\\"later\\\"}\"}"))
        .isEqualTo(new OptedIn("T", "later"));
    assertThat(
            happening(
                "\"optin\":{\"type\":\"one_time_notif_req\",\"one_time_notif_token\":\"T\","
                    + "\"payload\":\"later\"}"))
        .isEqualTo(new OptedIn("T", null));
    assertThat(ignored("\"optin\":{\"type\":\"notification_messages\"}")).isEqualTo("other_optin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"delivery\":{\"watermark\":1}",
        "\"read\":{\"watermark\":1}",
        "\"reaction\":{\"emoji\":\"x\"}",
        "\"message_edit\":{\"mid\":\"m\"}",
        "\"request_thread_control\":{\"requested_owner_app_id\":\"1\"}",
        "\"account_linking\":{}",
        "\"policy_enforcement\":{}",
        "\"message\":{\"mid\":\"m\",\"is_deleted\":true,\"text\":\"x\"}",
        "\"message\":{\"mid\":\"m\",\"is_unsupported\":true}",
        "\"message\":{\"mid\":\"m\",\"attachments\":[]}",
        "\"message\":{\"mid\":\"m\",\"attachments\":[5]}",
        "\"message\":5",
        "\"postback\":{\"title\":\"no payload\"}",
        "\"x\":1",
      })
  void anythingElseIsInert(String members) {
    assertThat(ignored(members)).isNotBlank();
  }

  @Test
  void standbyTapLacksItsPayload() {
    Item item =
        (Item) meanings(body("standby", fromUser("\"postback\":{\"title\":\"City\"}"))).getFirst();

    assertThat(item.standby()).isTrue();
    assertThat(item.happening()).isEqualTo(new Tapped("City", null));
  }

  private static Inbound echo(String members) {
    String message =
        "\"message\":{\"is_echo\":true,\"mid\":\"m_e\",\"text\":\"Hi\"," + members + "}";
    return meanings(body("messaging", fromPage(message))).getFirst();
  }

  private static Happening tapped(String payload) {
    return happening(
        "\"message\":{\"text\":\"t\",\"quick_reply\":{\"payload\":\"" + payload + "\"}}");
  }

  private static Metadata metadata(String member) {
    Happening passed =
        happening("\"pass_thread_control\":{\"new_owner_app_id\":\"1\"" + member + "}");
    return ((ControlPassed) passed).metadata();
  }
}
