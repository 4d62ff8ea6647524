package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.http.HttpAnswer;
import dev.baton.local.graph.http.HttpCall;
import dev.baton.local.graph.json.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the order for a call under {@code /simulator}, reads its body and answers: 200 and what was
 * done, or {@code {"error":{"code","message","suggestion"}}} with 400 ({@code BAD_JSON}, {@code
 * MISSING_FIELD}, {@code BAD_FIELD}, {@code UNKNOWN_FIELD}), 404 ({@code UNKNOWN_PATH}, {@code
 * UNKNOWN_PARTICIPANT}, {@code UNKNOWN_FAULT}), 405 ({@code WRONG_METHOD}) or 409 ({@code
 * NO_SUCH_BUTTON}, {@code REFUSED_BY_MESSENGER}). The whole list of orders is in {@code
 * docs/wire.md} and at {@code GET /simulator}.
 */
public final class ControlApi {

  private final List<Route> routes;

  public ControlApi(ControlScope scope) {
    this.routes =
        Stream.of(
                new ParticipantOrders(scope).routes(),
                new TranscriptOrders(scope).routes(),
                new ScriptOrders(scope).routes(),
                new PartnerOrders(scope).routes(),
                new FaultOrders(scope).routes(),
                new RuleOrders(scope).routes(),
                new WebhookOrders(scope).routes(),
                new LogOrders(scope).routes())
            .flatMap(List::stream)
            .toList();
  }

  public HttpAnswer answer(HttpCall call) {
    try {
      return HttpAnswer.prettyJson(200, carryOut(call));
    } catch (ControlRefusal refusal) {
      return HttpAnswer.prettyJson(refusal.status(), refusal.toJson());
    }
  }

  private JsonNode carryOut(HttpCall call) {
    List<String> segments = call.segments().subList(1, call.segments().size());
    if (segments.isEmpty()) {
      return overview();
    }
    boolean pathKnown = false;
    for (Route route : routes) {
      Optional<Map<String, String>> names = route.match(segments);
      if (names.isPresent() && route.method().equals(call.method())) {
        return route.order().carryOut(new ControlCall(call, names.get(), fields(call)));
      }
      pathKnown |= names.isPresent();
    }
    throw pathKnown
        ? ControlRefusal.wrongMethod(call.method(), call.path())
        : ControlRefusal.unknown(
            "UNKNOWN_PATH",
            "There is nothing at " + call.path() + ".",
            "GET /simulator lists all orders.");
  }

  private static Fields fields(HttpCall call) {
    if (call.body().length == 0) {
      return new Fields(Trees.object());
    }
    return Trees.parseObject(call.body())
        .map(Fields::new)
        .orElseThrow(() ->
            ControlRefusal.malformed(
                "BAD_JSON", "The body is no JSON object.", "Send {\"name\": value, ...}."));
  }

  private ObjectNode overview() {
    ObjectNode overview = Trees.object().put("name", "Graph API simulator");
    var orders = overview.putArray("orders");
    routes.forEach(route -> orders.add(route.method() + " /simulator/" + route.template()));
    return overview;
  }
}
