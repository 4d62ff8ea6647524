package dev.baton.survey.inbound;

import static dev.baton.survey.inbound.Bodies.body;
import static dev.baton.survey.inbound.Bodies.fromUser;
import static dev.baton.survey.inbound.Bodies.happening;
import static dev.baton.survey.inbound.Bodies.meanings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.handoff.Metadata;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Happening.ControlPassed;
import dev.baton.survey.core.inbound.Happening.ControlTaken;
import dev.baton.survey.core.inbound.Inbound;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.inbound.RolesChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of passed and taken control, and of roles. */
class ControlReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"messaging", "standby", "messaging_handovers"})
  void passedControlIsReadInWhicheverArrayItComes(String array) {
    String element =
        fromUser(
            "\"pass_thread_control\":{\"new_owner_app_id\":555000111,"
                + "\"previous_owner_app_id\":\" 999888777 \",\"metadata\":\"done\"}");

    Item item = (Item) meanings(body(array, element)).getFirst();

    assertThat(item.happening())
        .isEqualTo(new ControlPassed("555000111", "999888777", new Metadata.Plain("done")));
  }

  @Test
  void metadataOfAPassMayBeAnything() {
    assertThat(metadata("")).isEqualTo(new Metadata.Absent());
    assertThat(metadata(",\"metadata\":null")).isEqualTo(new Metadata.Absent());
    assertThat(metadata(",\"metadata\":\"\"")).isEqualTo(new Metadata.Absent());
    assertThat(metadata(",\"metadata\":\"{ oops\"")).isEqualTo(new Metadata.Plain("{ oops"));
    assertThat(metadata(",\"metadata\":\"5\""))
        .isEqualTo(new Metadata.Structured(new JsonNumber("5"), 1));
    assertThat(metadata(",\"metadata\":\"{\\\"a\\\": 82.50}\""))
        .isEqualTo(new Metadata.Structured(metadataObject(), 12));
    assertThat(metadata(",\"metadata\":{\"a\":82.50}"))
        .isEqualTo(new Metadata.Structured(metadataObject(), 11));
  }

  @Test
  void lengthOfMetadataCountsBytesOfUtf8() {
    assertThat(metadata(",\"metadata\":\"\\\"\u00e9\u4e00\\\"\"").bytes()).isEqualTo(7);
    assertThat(metadata(",\"metadata\":{\"\u00e9\":1}").bytes()).isEqualTo(8);
    assertThat(metadata(",\"metadata\":\"\u4e00\"").bytes()).isEqualTo(3);
  }

  @Test
  void metadataNestedBeyondTheReaderIsStillStructuredAndDeep() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);

    Metadata metadata = metadata(",\"metadata\":\"" + deep + "\"");

    assertThat(metadata).isInstanceOf(Metadata.Structured.class);
    assertThat(((Metadata.Structured) metadata).rawBytes()).isEqualTo(10_000);
    assertThat(((Metadata.Structured) metadata).value().write()).startsWith("[".repeat(50));
  }

  @Test
  void nullAndAbsentOwnersAreTheSame() {
    assertThat(happening("\"pass_thread_control\":{\"previous_owner_app_id\":null}"))
        .isEqualTo(new ControlPassed(null, null, new Metadata.Absent()));
    assertThat(happening("\"take_thread_control\":{\"previous_owner_app_id\":5}"))
        .isEqualTo(new ControlTaken(null, "5"));
  }

  @Test
  void rolesConcernThePage() {
    Inbound roles =
        meanings(
                body(
                    "messaging",
                    "{\"recipient\":{\"id\":1},\"app_roles\":{\"555000111\":[\"secondary_receiver\"]}}"))
            .getFirst();

    assertThat(roles)
        .isEqualTo(new RolesChanged("1", Map.of("555000111", List.of("secondary_receiver"))));
    assertThat(((RolesChanged) roles).takesPrimaryReceiverFrom("555000111")).isTrue();
    assertThat(((RolesChanged) roles).takesPrimaryReceiverFrom("1")).isFalse();
  }

  private static Metadata metadata(String member) {
    Happening passed =
        happening("\"pass_thread_control\":{\"new_owner_app_id\":\"1\"" + member + "}");
    return ((ControlPassed) passed).metadata();
  }

  private static Json metadataObject() {
    return JsonObject.builder().put("a", new JsonNumber("82.50")).build();
  }
}
