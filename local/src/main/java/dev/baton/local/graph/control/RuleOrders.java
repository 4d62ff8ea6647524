package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.messenger.EchoRules;
import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.messenger.ReceiptRules;
import dev.baton.local.graph.messenger.RoutingRules;
import dev.baton.local.graph.webhook.Channel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Orders that change how echoes, receipts and conversations are treated. */
final class RuleOrders {

  private final Messenger messenger;

  RuleOrders(ControlScope scope) {
    this.messenger = scope.messenger();
  }

  List<Route> routes() {
    return List.of(
        new Route("PUT", "echoes", this::echoes),
        new Route("PUT", "receipts", this::receipts),
        new Route("PUT", "routing", this::routing),
        new Route("GET", "routing", call -> shownRouting()));
  }

  private JsonNode echoes(ControlCall call) {
    Fields fields = call.fields();
    EchoRules rules =
        new EchoRules(
            fields.duration("delay", Duration.ZERO),
            fields.duration("jitter", Duration.ZERO),
            fields.probability("drop", 0),
            fields.probability("duplicate", 0),
            fields.probability("reorder", 0),
            fields.flag("early", false));
    fields.done();
    messenger.rules().echoes(rules);
    return fields.object();
  }

  private JsonNode receipts(ControlCall call) {
    Fields fields = call.fields();
    ReceiptRules rules =
        new ReceiptRules(
            fields.flag("delivered", true),
            fields.flag("read", true),
            fields.duration("delay", Duration.ZERO),
            fields.probability("drop", 0),
            fields.probability("duplicate", 0));
    fields.done();
    messenger.rules().receipts(rules);
    return fields.object();
  }

  private JsonNode routing(ControlCall call) {
    Fields fields = call.fields();
    RoutingRules now = messenger.rules().routing();
    RoutingRules next =
        new RoutingRules(
            fields.text("default_app").orElse(now.defaultApp()),
            fields.duration("idle_after", now.idleAfter()),
            fields.duration("window", now.window()),
            channel(fields.text("handovers")).orElse(now.handovers()),
            fields.flag("tell_all", now.tellAll()),
            fields.flag("tell_releases", now.tellReleases()),
            fields.flag("accept_strangers", now.acceptStrangers()),
            now.absentApps());
    fields.done();
    messenger.rules().routing(before -> next);
    return shownRouting();
  }

  private JsonNode shownRouting() {
    RoutingRules rules = messenger.rules().routing();
    ObjectNode shown = Trees.object().put("default_app", rules.defaultApp());
    shown.put("idle_after", rules.idleAfter().toString());
    shown.put("window", rules.window().toString());
    shown.put("handovers", rules.handovers().member());
    shown.put("tell_all", rules.tellAll()).put("tell_releases", rules.tellReleases());
    shown.put("accept_strangers", rules.acceptStrangers());
    var absent = shown.putArray("absent_apps");
    new TreeSet<>(rules.absentApps()).forEach(absent::add);
    return shown;
  }

  private static Optional<Channel> channel(Optional<String> member) {
    return member.map(name ->
        Arrays.stream(Channel.values())
            .filter(channel -> channel.member().equals(name))
            .findFirst()
            .orElseThrow(
                () -> Fields.bad("handovers", "messaging, standby or messaging_handovers")));
  }
}
