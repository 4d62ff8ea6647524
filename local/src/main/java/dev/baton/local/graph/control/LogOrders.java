package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.time.Activity;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Orders that look back, wait for quiet, and begin anew. */
final class LogOrders {

  private static final int LIMIT = 1_000;

  private final ControlScope scope;

  LogOrders(ControlScope scope) {
    this.scope = scope;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "deliveries", this::deliveries),
        new Route("GET", "calls", this::calls),
        new Route("GET", "settled", this::settled),
        new Route("POST", "reset", this::reset));
  }

  private JsonNode deliveries(ControlCall call) {
    String user = call.parameter("user").orElse("");
    String state = call.parameter("state").orElse("");
    ObjectNode shown = Trees.object().put("undelivered", scope.courier().undelivered().underWay());
    var list = shown.putArray("deliveries");
    last(
            call,
            scope.deliveries().all().stream()
                .filter(delivery -> user.isEmpty() || delivery.concerns(user))
                .filter(delivery ->
                    state.isEmpty()
                        || delivery.state().name().equals(state.toUpperCase(Locale.ROOT)))
                .toList())
        .forEach(delivery -> list.add(delivery.toJson()));
    return shown;
  }

  private JsonNode calls(ControlCall call) {
    String user = call.parameter("user").orElse("");
    String endpoint = call.parameter("endpoint").orElse("");
    ObjectNode shown = Trees.object();
    ObjectNode counts = shown.putObject("counts");
    scope.calls().counts().forEach(counts::put);
    var list = shown.putArray("calls");
    last(
            call,
            scope
                .calls()
                .matching(entry ->
                    (user.isEmpty() || entry.userId().equals(user))
                        && (endpoint.isEmpty() || entry.endpoint().equals(endpoint))))
        .forEach(entry -> list.add(entry.toJson()));
    return shown;
  }

  private static <T> List<T> last(ControlCall call, List<T> all) {
    int limit = call.number("limit", LIMIT);
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  /** With {@code deliveries=false} what waits for its redelivery is not waited for. */
  private JsonNode settled(ControlCall call) {
    boolean deliveries = !call.parameter("deliveries").orElse("").equals("false");
    Activity undelivered = scope.courier().undelivered();
    Activity work = scope.messenger().activity();
    long deadline = System.nanoTime() + call.patience().toNanos();
    boolean settled;
    try {
      do {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        settled = (!deliveries || undelivered.awaitQuiet(left)) && work.awaitQuiet(left);
      } while (settled && deliveries && undelivered.underWay() > 0);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      settled = false;
    }
    return Trees.object().put("settled", settled).put("undelivered", undelivered.underWay());
  }

  private JsonNode reset(ControlCall call) {
    var seed = call.fields().integer("seed");
    call.fields().done();
    scope.participants().clear();
    scope.partners().clear();
    scope.faults().clear();
    scope.courier().clear();
    scope.courier().restore();
    scope.messenger().rules().reset();
    scope.messenger().conversations().clear();
    scope.calls().clear();
    seed.ifPresent(number -> scope.messenger().chance().reseed(number));
    return Trees.object().put("reset", true);
  }
}
