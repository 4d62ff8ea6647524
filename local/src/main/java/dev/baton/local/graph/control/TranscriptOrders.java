package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.Line;
import dev.baton.local.graph.thread.SentMessage;
import java.util.List;

/** Orders that look at people or change what is true of them. */
final class TranscriptOrders {

  private final ControlScope scope;

  TranscriptOrders(ControlScope scope) {
    this.scope = scope;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "participants", this::all),
        new Route("GET", "participants/{user}", this::one),
        new Route("PUT", "participants/{user}", this::change),
        new Route("GET", "participants/{user}/transcript", this::transcript),
        new Route("POST", "participants/{user}/idle", this::idle));
  }

  private JsonNode all(ControlCall call) {
    ObjectNode shown = Trees.object();
    var list = shown.putArray("participants");
    List<Conversation> all = scope.messenger().conversations().all();
    all.stream()
        .skip(call.number("offset", 0))
        .limit(call.number("limit", 200))
        .forEach(conversation -> list.add(describe(conversation)));
    return shown.put("total", all.size());
  }

  private JsonNode one(ControlCall call) {
    return describe(known(call));
  }

  private JsonNode change(ControlCall call) {
    Conversation conversation = scope.conversation(call.name("user"), call.fields().text("page"));
    conversation.available(call.fields().flag("available", conversation.isAvailable()));
    call.fields().done();
    return describe(conversation);
  }

  private JsonNode idle(ControlCall call) {
    Conversation conversation = known(call);
    scope.control().goIdle(conversation);
    return describe(conversation);
  }

  private JsonNode transcript(ControlCall call) {
    Conversation conversation =
        call.patience().isPositive()
            ? scope.conversation(call.name("user"), call.parameter("page"))
            : known(call);
    ObjectNode shown = Trees.object();
    shown.put("user", conversation.key().userId()).put("page", conversation.key().pageId());
    var lines = shown.putArray("lines");
    try {
      for (Line line : conversation.awaitLines(call.number("at_least", 0), call.patience())) {
        lines.add(line.toJson());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return shown;
  }

  private Conversation known(ControlCall call) {
    return scope.knownConversation(call.name("user"), call.parameter("page"));
  }

  private JsonNode describe(Conversation conversation) {
    ObjectNode shown = Trees.object();
    shown.put("user", conversation.key().userId()).put("page", conversation.key().pageId());
    shown.put("thread_owner", conversation.ownership().appId());
    if (!conversation.ownership().isIdle()) {
      shown.put("expires", scope.control().expiry(conversation));
    }
    List<SentMessage> sent = conversation.sent();
    shown.put("available", conversation.isAvailable());
    shown.put("lines", conversation.lines().size()).put("messages", sent.size());
    if (!sent.isEmpty()) {
      SentMessage last = sent.getLast();
      ObjectNode message = shown.putObject("last_message").put("mid", last.mid());
      message.put("from", last.appId()).put("text", last.text());
      var buttons = message.putArray("buttons");
      last.buttons().forEach(button -> buttons.add(button.title()));
    }
    return shown;
  }
}
