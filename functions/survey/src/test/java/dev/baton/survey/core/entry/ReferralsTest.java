package dev.baton.survey.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralsTest {

  @Test
  void aLinkNamesItsFormAndSetsValues() {
    assertThat(Referrals.decode("form.READ01.age_group.25-34"))
        .isEqualTo(new Referral.Link("READ01", Map.of("age_group", "25-34"), null));
  }

  @Test
  void theFormMayStandAnywhere() {
    assertThat(link("a.1.form.READ01.b.2").values())
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    assertThat(link("a.1.form.READ01.b.2").shortcode()).isEqualTo("READ01");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "form, ''",
    "form., ''",
    "a.1, ''",
    "FORM.READ01, ''",
    "form.READ01.odd, READ01",
    "form.read%2E01, read.01",
    "form.A.form.B, B",
    "%66orm.A, A",
  })
  void shortcodesAreComparedExactly(String ref, String shortcode) {
    assertThat(link(ref).shortcode()).isEqualTo(shortcode.isEmpty() ? null : shortcode);
  }

  @ParameterizedTest
  @CsvSource({
    "1%2E5, 1.5",
    "a%20b, a b",
    "a+b, a+b",
    "%C3%A9, \u00e9",
    "\u00e9%20, '\u00e9 '",
    "%c3%a9, \u00e9",
    "%E2%82%AC%41, \u20acA",
    "%F0%9F%98%80, \ud83d\ude00",
    "%, %",
    "%4, %4",
    "100%, 100%",
    "%zz, %zz",
    "%4g, %4g",
    "%g4, %g4",
    "%0g, %0g",
    "%41%, %41%",
    "%FF, %FF",
    "%C3, %C3",
    "%C3%28, %C3%28",
    "%ED%A0%80, %ED%A0%80",
  })
  void tokensAreDecodedByThemselves(String token, String value) {
    assertThat(link("k." + token).values()).containsExactly(Map.entry("k", value));
  }

  @Test
  void namesAreDecodedToo() {
    assertThat(link("a%2Eb.1").values()).containsExactly(Map.entry("a.b", "1"));
  }

  @Test
  void ofANameThatComesTwiceTheLastCounts() {
    assertThat(link("a.1.b.2.a.3").values())
        .containsExactly(Map.entry("a", "3"), Map.entry("b", "2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "startTime",
        "pageid",
        "platform",
        "seed",
        "ad_id",
        "vt",
        "e_",
        "e_handover_outcome",
        "e_x",
        "%65_x"
      })
  void namesOfTheEngineCannotBeSet(String name) {
    assertThat(link(name + ".forged.b.2").values()).containsExactly(Map.entry("b", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID", "e", "ex", "starttime", "referrer", "E_x"})
  void otherNamesCan(String name) {
    assertThat(Referrals.isEngineName(name)).isFalse();
    assertThat(link(name + ".1").values()).containsExactly(Map.entry(name, "1"));
  }

  @Test
  void emptyNamesAreDroppedAndEmptyValuesKept() {
    assertThat(link(".1.b..c.3").values()).containsExactly(Map.entry("b", ""), Map.entry("c", "3"));
  }

  @Test
  void longNamesAndValuesAreNotKept() {
    assertThat(link("n".repeat(100) + "." + "v".repeat(500)).values()).hasSize(1);
    assertThat(link("n".repeat(101) + ".v").values()).isEmpty();
    assertThat(link("n." + "v".repeat(501)).values()).isEmpty();
  }

  @Test
  void theFirstFiftyValuesAreKept() {
    StringBuilder ref = new StringBuilder("form.A");
    for (int index = 0; index < 60; index++) {
      ref.append(".k").append(index).append('.').append(index);
    }
    ref.append(".k7.again");

    Map<String, String> values = link(ref.toString()).values();

    assertThat(values).hasSize(50).containsKey("k49").doesNotContainKey("k50");
    assertThat(values).containsEntry("k7", "again");
  }

  @Test
  void theClosedFormHoldsShortcodeAndTicket() {
    String ref = closed(1, 6, "READ01", 0xAB, 0x00, 0x0F);

    assertThat(Referrals.decode(ref)).isEqualTo(new Referral.Link("READ01", Map.of(), "ab000f"));
  }

  @Test
  void theClosedFormMayHoldAnyUtf8() {
    assertThat(Referrals.decode(closed(1, 3, "\u20ac", 1)))
        .isEqualTo(new Referral.Link("\u20ac", Map.of(), "01"));
  }

  @Test
  void aTicketOfTwoHundredAndFiftyBytesIsTheLongest() {
    assertThat(Referrals.decode(closed(1, 1, "A", new int[250]))).isInstanceOf(Referral.Link.class);
    assertThat(Referrals.decode(closed(1, 1, "A", new int[251])))
        .isEqualTo(new Referral.Undecodable());
  }

  @Test
  void anythingElseBehindTheMarkIsUndecodable() {
    String good = closed(1, 1, "A", 7);

    assertThat(good).isEqualTo("r.AQFBBw");
    assertThat(
            java.util.List.of(
                closed(0, 1, "A", 7),
                closed(2, 1, "A", 7),
                closed(1, 0, "A", 7),
                closed(1, 2, "A"),
                closed(1, 1, "A"),
                closed(1, 200, "A", 7),
                "r.",
                "r.AQ",
                "r.AQE",
                good + "==",
                good + ".form.READ01",
                "r.AQFBBx",
                "r.AQF+Bw",
                "r.AQFB Bw",
                "r.form",
                "r.AcOpBw",
                "r.AQHDBw"))
        .allSatisfy(ref -> assertThat(Referrals.decode(ref)).isEqualTo(new Referral.Undecodable()));
  }

  @Test
  void aPlainLetterIsNoClosedForm() {
    assertThat(link("r").shortcode()).isNull();
    assertThat(link("form.A.r.x").values()).containsExactly(Map.entry("r", "x"));
  }

  private static Referral.Link link(String ref) {
    return (Referral.Link) Referrals.decode(ref);
  }

  private static String closed(int version, int length, String shortcode, int... ticket) {
    byte[] name = shortcode.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[2 + name.length + ticket.length];
    bytes[0] = (byte) version;
    bytes[1] = (byte) length;
    System.arraycopy(name, 0, bytes, 2, name.length);
    for (int index = 0; index < ticket.length; index++) {
      bytes[2 + name.length + index] = (byte) ticket[index];
    }
    return "r." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
