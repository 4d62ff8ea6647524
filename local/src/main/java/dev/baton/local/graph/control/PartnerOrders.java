package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.messenger.RoutingRules;
import dev.baton.local.graph.partner.PartnerReturn;
import dev.baton.local.graph.refusal.GraphError;
import dev.baton.local.graph.thread.Conversation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders to partner apps: how they behave from now on, and what they do at once. */
final class PartnerOrders {

  private final ControlScope scope;

  PartnerOrders(ControlScope scope) {
    this.scope = scope;
  }

  List<Route> routes() {
    return List.of(
        new Route("PUT", "partner/{app}", this::behave),
        new Route("POST", "partner/{app}/returns", this::giveBack),
        new Route("POST", "partner/{app}/messages", this::say),
        new Route("POST", "partner/{app}/takes", this::take),
        new Route("POST", "partner/{app}/releases", this::release),
        new Route("POST", "partner/{app}/requests", this::request));
  }

  private JsonNode behave(ControlCall call) {
    Fields fields = call.fields();
    boolean connected = fields.flag("connected", true);
    Optional<String> user = fields.text("user");
    var behaviour = PartnerBehaviourReader.read(fields);
    fields.done();
    scope.partners().order(call.name("app"), user.orElse(null), behaviour);
    scope.messenger().rules().routing(rules -> connect(rules, call.name("app"), connected));
    return fields.object();
  }

  private static RoutingRules connect(RoutingRules rules, String app, boolean connected) {
    Set<String> absent = new HashSet<>(rules.absentApps());
    if (connected) {
      absent.remove(app);
    } else {
      absent.add(app);
    }
    return new RoutingRules(
        rules.defaultApp(),
        rules.idleAfter(),
        rules.window(),
        rules.handovers(),
        rules.tellAll(),
        rules.tellReleases(),
        rules.acceptStrangers(),
        Set.copyOf(absent));
  }

  private JsonNode giveBack(ControlCall call) {
    PartnerReturn how = PartnerBehaviourReader.readReturn(call.fields());
    Conversation conversation = conversation(call);
    call.fields().done();
    if (!scope.partners().giveBack(conversation, call.name("app"), how, false)) {
      throw ControlRefusal.impossible(
          "REFUSED_BY_MESSENGER",
          "App " + call.name("app") + " does not own this thread.",
          "Send \"force\": true to pretend that it did.");
    }
    return owner(conversation);
  }

  private JsonNode say(ControlCall call) {
    String text = call.fields().requiredText("text");
    Conversation conversation = conversation(call);
    call.fields().done();
    if (!scope.partners().say(conversation, call.name("app"), text)) {
      throw ControlRefusal.impossible(
          "REFUSED_BY_MESSENGER",
          "App " + call.name("app") + " may not write to this person now.",
          "Let it own the thread first: POST /simulator/partner/{app}/takes.");
    }
    return owner(conversation);
  }

  /** As if Meta had let the app: whatever the rules say, the thread is its own now. */
  private JsonNode take(ControlCall call) {
    String metadata = call.fields().text("metadata").orElse(null);
    Conversation conversation = conversation(call);
    boolean force = call.fields().flag("force", true);
    call.fields().done();
    Optional<GraphError> refused =
        force
            ? scope.control().seize(conversation, call.name("app"), metadata)
            : scope.control().take(conversation, call.name("app"), metadata);
    refused.ifPresent(PartnerOrders::refuse);
    return owner(conversation);
  }

  private JsonNode release(ControlCall call) {
    Conversation conversation = conversation(call);
    call.fields().done();
    scope.control().release(conversation, call.name("app"), null).ifPresent(PartnerOrders::refuse);
    return owner(conversation);
  }

  private JsonNode request(ControlCall call) {
    String metadata = call.fields().text("metadata").orElse(null);
    Conversation conversation = conversation(call);
    call.fields().done();
    scope.control().request(conversation, call.name("app"), metadata);
    return owner(conversation);
  }

  private Conversation conversation(ControlCall call) {
    Optional<String> page = call.fields().text("page");
    return scope.knownConversation(call.fields().requiredText("user"), page);
  }

  private static void refuse(GraphError error) {
    throw ControlRefusal.impossible(
        "REFUSED_BY_MESSENGER", error.message(), "Look at GET /simulator/participants/{user}.");
  }

  private static JsonNode owner(Conversation conversation) {
    return Trees.object()
        .put("user", conversation.key().userId())
        .put("thread_owner", conversation.ownership().appId());
  }
}
