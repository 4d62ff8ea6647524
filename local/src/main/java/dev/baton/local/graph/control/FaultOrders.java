package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.api.Endpoints;
import dev.baton.local.graph.fault.FaultEffect;
import dev.baton.local.graph.fault.FaultFilter;
import dev.baton.local.graph.fault.FaultRule;
import dev.baton.local.graph.fault.FaultTurn;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.refusal.GraphError;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Orders for faults. {@code effect} is {@code error} (with {@code code}, {@code subcode}, {@code
 * status}, {@code message}, {@code type}, {@code is_transient}), {@code answer} (with {@code
 * status}, {@code body}, {@code content_type}), {@code cut}, {@code hang} or {@code slow}.
 */
final class FaultOrders {

  private final ControlScope scope;

  FaultOrders(ControlScope scope) {
    this.scope = scope;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "faults", this::add),
        new Route("GET", "faults", call -> all()),
        new Route("DELETE", "faults", call -> clear()),
        new Route("DELETE", "faults/{id}", this::remove));
  }

  private JsonNode add(ControlCall call) {
    Fields fields = call.fields();
    FaultRule rule =
        new FaultRule(
            scope.messenger().newId("fault"),
            fields.object(),
            filter(fields),
            turn(fields),
            new FaultRule.Fault(
                effect(fields),
                fields.duration("delay", Duration.ZERO),
                fields.flag("performed", false)));
    fields.done();
    scope.faults().add(rule);
    return rule.toJson();
  }

  private JsonNode all() {
    ObjectNode shown = Trees.object();
    var list = shown.putArray("faults");
    scope.faults().all().forEach(rule -> list.add(rule.toJson()));
    return shown;
  }

  private JsonNode clear() {
    scope.faults().clear();
    return all();
  }

  private JsonNode remove(ControlCall call) {
    if (!scope.faults().remove(call.name("id"))) {
      throw ControlRefusal.unknown(
          "UNKNOWN_FAULT",
          "There is no fault '" + call.name("id") + "'.",
          "GET /simulator/faults lists them.");
    }
    return all();
  }

  private static FaultFilter filter(Fields fields) {
    String endpoint = fields.text("endpoint").orElse(null);
    if (endpoint != null && !Endpoints.names().contains(endpoint)) {
      throw Fields.bad("endpoint", "one of " + new TreeSet<>(Endpoints.names()));
    }
    return new FaultFilter(
        endpoint, fields.text("user").orElse(null), fields.text("contains").orElse(null));
  }

  private static FaultTurn turn(Fields fields) {
    Set<Integer> nth =
        fields.elements("nth").stream().map(JsonNode::asInt).collect(Collectors.toSet());
    if (nth.stream().anyMatch(number -> number < 1)) {
      throw Fields.bad("nth", "a number from 1, or an array of them");
    }
    return new FaultTurn(
        nth,
        fields.count("after", 0),
        fields.count("times", 0),
        fields.probability("probability", 1),
        fields.flag("per_user", false));
  }

  private static FaultEffect effect(Fields fields) {
    String effect = fields.text("effect").orElse(fields.has("code") ? "error" : "slow");
    Map<String, String> headers = new HashMap<>();
    fields
        .nested("headers")
        .ifPresent(given ->
            given
                .object()
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText())));
    fields.text("retry_after").ifPresent(seconds -> headers.put("Retry-After", seconds));
    return switch (effect) {
      case "error" -> new FaultEffect.Refuse(error(fields), Map.copyOf(headers));
      case "answer" ->
          new FaultEffect.Garble(
              fields.count("status", 502),
              fields.text("body").orElse(""),
              fields.text("content_type").orElse("text/html"),
              Map.copyOf(headers));
      case "cut" -> new FaultEffect.Cut();
      case "hang" -> new FaultEffect.Hang();
      case "slow" -> new FaultEffect.Slow();
      default -> throw Fields.bad("effect", "error, answer, cut, hang or slow");
    };
  }

  private static GraphError error(Fields fields) {
    GraphError error = GraphError.of(fields.integer("code").orElse(1));
    error = fields.integer("subcode").map(error::sub).orElse(error);
    error = fields.integer("status").map(error::answered).orElse(error);
    error = fields.text("type").map(error::ofType).orElse(error);
    error = fields.text("message").map(error::saying).orElse(error);
    return fields.has("is_transient") ? error.passing(fields.flag("is_transient", false)) : error;
  }
}
