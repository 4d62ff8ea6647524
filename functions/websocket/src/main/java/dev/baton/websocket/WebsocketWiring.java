package dev.baton.websocket;

import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.shell.aws.LambdaCaller;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.live.LiveWiring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the socket functions need beside the parts of all functions with sessions. The only place of
 * this domain that reads settings or builds clients.
 *
 * @param live the parts of all functions with sessions
 */
public record WebsocketWiring(LiveWiring live) {

  /** The wiring of this process. */
  public static WebsocketWiring ofProcess() {
    return new WebsocketWiring(LiveWiring.ofProcess());
  }

  /** The browser origins that may open sockets. */
  public List<String> allowedOrigins() {
    return List.of(live.settings().textOrEmpty("BATON_ALLOWED_ORIGINS", "").split(","));
  }

  /** The functions that own actions, by action. */
  public Map<String, LambdaCaller> actions() {
    String text = live.settings().required("BATON_ACTIONS");
    Map<String, LambdaCaller> functions = new HashMap<>();
    if (JsonReader.refusingDuplicates(2).read(text) instanceof Readable(JsonObject actions)) {
      var client = live.clients().lambda().get();
      for (JsonObject.Member action : actions.members()) {
        if (action.value() instanceof JsonText(String function)) {
          functions.put(action.name(), new LambdaCaller(client, function));
        }
      }
    }
    return functions;
  }
}
