package dev.baton.survey.inbound;

import static dev.baton.survey.inbound.Bodies.PAGE;
import static dev.baton.survey.inbound.Bodies.RECEIVED;
import static dev.baton.survey.inbound.Bodies.TIME;
import static dev.baton.survey.inbound.Bodies.USER;
import static dev.baton.survey.inbound.Bodies.body;
import static dev.baton.survey.inbound.Bodies.fromUser;
import static dev.baton.survey.inbound.Bodies.meaning;
import static dev.baton.survey.inbound.Bodies.meanings;
import static dev.baton.survey.inbound.Bodies.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.inbound.Ignored;
import dev.baton.survey.core.inbound.Inbound;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.inbound.Delivery.Malformed;
import dev.baton.survey.inbound.Delivery.UnsupportedObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Survey spec §2.1 to §2.3: the envelope, ids, times and event keys. */
class WebhookReaderTest {
  private static final String TEXT =
      """
      "message":{"mid":"m_1","text":"Ana"}\
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "5",
        "\"entry\"",
        "null",
        "{}",
        "{\"entry\":{}}",
        "{\"entry\":null}",
        "{\"object\":\"page\"}",
        "{\"entry\":[]} {}",
        "{\"entry\":[],}",
        "{\"entry\":[NaN]}"
      })
  void bodyWithoutEntryArrayIsMalformed(String body) {
    assertThat(read(body)).isInstanceOf(Malformed.class);
  }

  @Test
  void nestingOfFiftyIsReadAndOfFiftyOneIsMalformed() {
    assertThat(read(nested(50))).isInstanceOf(Delivery.Elements.class);
    assertThat(read(nested(51))).isEqualTo(new Malformed("too_deep"));
    assertThat(read(nested(200))).isEqualTo(new Malformed("too_deep"));
  }

  @Test
  void invalidUtf8IsMalformed() {
    byte[] body = body("messaging", fromUser(TEXT)).getBytes(UTF_8);
    body[body.length - 10] = (byte) 0xff;

    assertThat(new WebhookReader("1").read(body, RECEIVED)).isEqualTo(new Malformed("encoding"));
  }

  @Test
  void otherObjectsAreUnsupportedAndAnAbsentOneIsAPage() {
    assertThat(read("{\"object\":\"instagram\",\"entry\":[]}")).isEqualTo(new UnsupportedObject());
    assertThat(read("{\"object\":7,\"entry\":[]}")).isEqualTo(new UnsupportedObject());
    assertThat(meanings("{\"entry\":[]}")).isEmpty();
    assertThat(meanings("{\"object\":null,\"entry\":[]}")).isEmpty();
  }

  @Test
  void allElementsOfAllThreeArraysOfAllEntriesComeOutAndOtherArraysDoNot() {
    String element = fromUser(TEXT);
    String entry =
        """
        {"messaging":[%1$s,%1$s],"changes":[%1$s],"standby":[%1$s],"messaging_handovers":[%1$s]}\
        """
            .formatted(element);

    List<Inbound> all = meanings("{\"entry\":[" + entry + ",7," + entry + "]}");

    assertThat(all).hasSize(8).allSatisfy(each -> assertThat(each).isInstanceOf(Item.class));
    assertThat(all.stream().filter(each -> ((Item) each).standby())).hasSize(2);
  }

  @Test
  void elementsThatAreNoObjectsOrNobodysAreCountedAndInert() {
    assertThat(meanings("{\"entry\":[{\"messaging\":[5,null,\"x\",[]]}]}"))
        .hasSize(4)
        .allMatch(each -> each.equals(new Ignored("no_item")));
    assertThat(meanings("{\"entry\":[{\"messaging\":[{" + TEXT + "}]}]}"))
        .containsExactly(new Ignored("no_participant"));
  }

  @Test
  void pageIdComesFromTheItemAndNeverFromTheEntry() {
    Item item = (Item) meaning(TEXT);

    assertThat(item.pageId()).isEqualTo(PAGE);
    assertThat(item.userId()).isEqualTo(USER);
  }

  @Test
  void numericIdsKeepEveryDigit() {
    String huge = "123456789012345678901234567890";
    String element =
        "{\"sender\":{\"id\":" + huge + "},\"recipient\":{\"id\":9007199254740993}," + TEXT + "}";

    Item item = (Item) meanings(body("messaging", element)).getFirst();

    assertThat(item.userId()).isEqualTo(huge);
    assertThat(item.pageId()).isEqualTo("9007199254740993");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e3", "true", "null", "{}", "\"\"", "\"\\ud800\""})
  void partiesWithoutAUsableIdAreNobody(String id) {
    String element = "{\"sender\":{\"id\":" + id + "},\"recipient\":{\"id\":\"1\"}," + TEXT + "}";

    assertThat(meanings(body("messaging", element))).containsExactly(new Ignored("no_participant"));
  }

  @Test
  void idsOf128CharactersAreTheLongest() {
    assertThat(ofSender("p".repeat(128))).isInstanceOf(Item.class);
    assertThat(ofSender("p".repeat(129))).isEqualTo(new Ignored("no_participant"));
  }

  @ParameterizedTest
  @CsvSource({
    "1767225600000,1767225600000",
    "1767225600,1767225600000",
    "99999999999,99999999999000",
    "100000000000,100000000000",
    "'\"1767225600000\"',1767225600000",
  })
  void timestampsAreMillisecondsOrSeconds(String written, long read) {
    assertThat(timestamp("\"timestamp\":" + written + ",", "5")).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "-1", "0", "1.5", "true", "\"soon\"", "99999999999999", "[]"})
  void unusableTimestampsFallBackToTheEntrysTimeAndThenToTheTimeOfReceipt(String written) {
    String member = "\"timestamp\":" + written + ",";

    assertThat(timestamp(member, "1767225600")).isEqualTo(TIME);
    assertThat(timestamp("", "1767225600001")).isEqualTo(TIME + 1);
    assertThat(timestamp(member, "null")).isEqualTo(RECEIVED);
  }

  @Test
  void entrysTimeMayStandBehindItsElements() {
    String body = "{\"entry\":[{\"messaging\":[%s],\"time\":1767225600}]}";
    String element = "{\"sender\":{\"id\":\"1\"},\"recipient\":{\"id\":\"2\"}," + TEXT + "}";

    assertThat(((Item) meanings(body.formatted(element)).getFirst()).timestamp()).isEqualTo(TIME);
  }

  @Test
  void messageIdIsTheEventKey() {
    assertThat(key(TEXT)).isEqualTo("m_1");
    assertThat(key("\"postback\":{\"mid\":\"m_2\",\"payload\":\"x\"}")).isEqualTo("m_2");
  }

  @Test
  void withoutMessageIdTheKeyIsTheSameForTheSameContentInAnyMemberOrder() {
    String one = key("\"message\":{\"text\":\"Ana\",\"x\":{\"a\":1,\"b\":2}}");
    String other = key("\"message\":{\"x\":{\"b\":2,\"a\":1},\"text\":\"Ana\"}");
    String different = key("\"message\":{\"text\":\"Ann\",\"x\":{\"a\":1,\"b\":2}}");

    assertThat(one).hasSize(64).isEqualTo(other).isNotEqualTo(different);
  }

  private static String key(String members) {
    return ((Item) meaning(members)).key();
  }

  private static Inbound ofSender(String id) {
    String element =
        "{\"sender\":{\"id\":\"" + id + "\"},\"recipient\":{\"id\":\"1\"}," + TEXT + "}";
    return meanings(body("messaging", element)).getFirst();
  }

  private static long timestamp(String member, String entryTime) {
    String element =
        "{\"sender\":{\"id\":\"1\"},\"recipient\":{\"id\":\"2\"}," + member + TEXT + "}";
    String body = "{\"entry\":[{\"time\":" + entryTime + ",\"messaging\":[" + element + "]}]}";
    return ((Item) meanings(body).getFirst()).timestamp();
  }

  private static String nested(int levels) {
    int inner = levels - 1;
    return "{\"entry\":[],\"x\":" + "[".repeat(inner) + "]".repeat(inner) + "}";
  }
}
