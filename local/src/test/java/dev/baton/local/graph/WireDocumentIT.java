package dev.baton.local.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document of the control interface names every order that there is. */
final class WireDocumentIT {

  @Test
  void everyOrderIsInTheDocument() throws Exception {
    String document = Files.readString(Path.of("..", "docs", "wire.md"));

    try (SimulatorWorld world = new SimulatorWorld()) {
      for (JsonNode order : world.order("GET", "", "").path("orders")) {
        String path = order.asText().replaceFirst("^\\w+ /simulator/", "");
        String shown =
            path.replace("partner/{app}/requests", "…/requests")
                .replaceFirst("^webhooks$", "webhooks`");
        assertThat(document).as(order.asText()).contains(shown);
      }
    }
  }
}
