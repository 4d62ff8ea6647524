package dev.baton.gateway.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class BatchPlanTest {
  private static final JsonObject LIST = JsonObject.builder().put("command", "a-list").build();

  @Test
  void entriesGetTheirPositionAsId() {
    assertThat(accepted(LIST, LIST).entries())
        .extracting(BatchEntry::id)
        .containsExactly("cmd-0", "cmd-1");
  }

  @Test
  void nameIsTakenForCommand() {
    JsonObject named = JsonObject.builder().put("name", "a-list").build();

    assertThat(accepted(named).entries().getFirst())
        .isEqualTo(new BatchEntry.Callable(0, "cmd-0", "a-list", JsonObject.EMPTY, null));
  }

  @Test
  void aMalformedEntryFailsAlone() {
    JsonObject nested = JsonObject.builder().put("command", "afd-batch").build();
    JsonObject number = JsonObject.builder().put("command", 5).build();

    assertThat(accepted(LIST, JsonObject.EMPTY, nested, number, Json.of("x")).entries())
        .extracting(entry -> entry instanceof BatchEntry.Malformed)
        .containsExactly(false, true, true, true, true);
  }

  @Test
  void whatIsNoBatchIsRefusedAsAWhole() {
    JsonObject twice = JsonObject.builder().put("command", "a-b").put("id", "cmd-1").build();

    assertRejected(JsonObject.EMPTY);
    assertRejected(JsonObject.builder().put("commands", "x").build());
    assertRejected(batch());
    assertRejected(batch(Collections.nCopies(26, LIST).toArray(Json[]::new)));
    assertRejected(batch(twice, LIST));
  }

  @Test
  void parallelismStaysWithinItsBounds() {
    JsonObject options = JsonObject.builder().put("parallelism", 9).put("timeout", 70).build();
    JsonObject batch =
        JsonObject.builder().put("commands", JsonArray.of(LIST)).put("options", options).build();

    assertThat(BatchPlan.of(batch, 25))
        .isInstanceOfSatisfying(
            BatchPlan.Accepted.class,
            plan -> assertThat(plan.options()).isEqualTo(new BatchOptions(false, 70L, 5)));
  }

  private static void assertRejected(JsonObject batch) {
    assertThat(BatchPlan.of(batch, 25))
        .isInstanceOfSatisfying(
            BatchPlan.Rejected.class,
            rejected ->
                assertThat(rejected.refusal().error().code().name())
                    .isEqualTo("INVALID_BATCH_REQUEST"));
  }

  private static BatchPlan.Accepted accepted(Json... entries) {
    return (BatchPlan.Accepted) BatchPlan.of(batch(entries), 25);
  }

  private static JsonObject batch(Json... entries) {
    return JsonObject.builder().put("commands", JsonArray.of(entries)).build();
  }
}
