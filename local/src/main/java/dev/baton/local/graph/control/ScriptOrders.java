package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.participant.Script;
import dev.baton.local.graph.participant.ScriptedReply;
import dev.baton.local.graph.participant.ScriptedReply.Reply;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders to answer by themselves: {@code {"when":"inside"|"after","thinking","replies":[{"ref",
 * "contains","text"|"tap"|"silent"}],"answer_questions"}}.
 */
final class ScriptOrders {

  private final ControlScope scope;

  ScriptOrders(ControlScope scope) {
    this.scope = scope;
  }

  List<Route> routes() {
    return List.of(
        new Route("PUT", "script", call -> put(null, call)),
        new Route("DELETE", "script", call -> delete(null)),
        new Route("PUT", "participants/{user}/script", call -> put(call.name("user"), call)),
        new Route("DELETE", "participants/{user}/script", call -> delete(call.name("user"))));
  }

  private JsonNode put(@Nullable String userId, ControlCall call) {
    Fields fields = call.fields();
    String when = fields.text("when").orElse("after");
    if (!when.equals("inside") && !when.equals("after")) {
      throw Fields.bad("when", "\"inside\" or \"after\"");
    }
    Script script =
        new Script(
            when.equals("inside"),
            fields.duration("thinking", Duration.ZERO),
            fields.elements("replies").stream().map(ScriptOrders::reply).toList(),
            fields.flag("answer_questions", false));
    fields.done();
    scope.participants().script(userId, script);
    return fields.object();
  }

  private JsonNode delete(@Nullable String userId) {
    scope.participants().stop(userId);
    return Trees.object().put("deleted", true);
  }

  private static ScriptedReply reply(JsonNode order) {
    if (!(order instanceof ObjectNode object)) {
      throw Fields.bad("replies", "an array of objects");
    }
    Fields fields = new Fields(object);
    ScriptedReply reply =
        new ScriptedReply(
            fields.text("ref").orElse(null), fields.text("contains").orElse(null), how(fields));
    fields.done();
    return reply;
  }

  private static Reply how(Fields fields) {
    JsonNode tap = fields.node("tap");
    boolean silent = fields.flag("silent", false);
    var text = fields.text("text");
    if (tap != null) {
      return tap.isInt() ? new Reply.TapPlace(tap.asInt()) : new Reply.Tap(tap.asText());
    }
    return silent ? new Reply.Silence() : new Reply.Text(text.orElseThrow(ScriptOrders::noReply));
  }

  private static ControlRefusal noReply() {
    return ControlRefusal.malformed(
        "MISSING_FIELD",
        "A reply needs 'text', 'tap' or 'silent'.",
        "Send {\"ref\":\"name\",\"text\":\"Ana\"}.");
  }
}
