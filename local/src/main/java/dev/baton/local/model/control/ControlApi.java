package dev.baton.local.model.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.http.ClientGoneException;
import dev.baton.local.model.http.Exchange;
import dev.baton.local.model.http.HttpRequest;
import dev.baton.local.model.script.Script;
import dev.baton.local.model.script.ScriptError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Orders under {@code /_control}, for the API key of their headers: {@code PUT script}, {@code GET
 * requests} (with {@code at_least}, {@code closed} and {@code wait_ms} it waits until so many have
 * come and so many of their sockets have ended), {@code DELETE} of either or, without a name, of
 * both. Answers 200, or {@code {"error":{"code","message","suggestion"}}} with 400 or 404.
 */
public final class ControlApi {
  private static final int LONGEST_WAIT = 60_000;

  private final Scripts scripts;
  private final RequestLog log;

  /** Orders about these scripts and this log. */
  public ControlApi(Scripts scripts, RequestLog log) {
    this.scripts = scripts;
    this.log = log;
  }

  /** Carries out one order and answers it. */
  public void handle(Exchange exchange, String key) throws ClientGoneException {
    HttpRequest request = exchange.request();
    int status = 200;
    JsonNode shown;
    try {
      shown = carryOut(request, key);
    } catch (ScriptError error) {
      status = error.code().equals("UNKNOWN_PATH") ? 404 : 400;
      shown = error(error);
    }
    byte[] body = (shown.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.answer(status, Map.of("Content-Type", "application/json"), body);
  }

  private JsonNode carryOut(HttpRequest request, String key) {
    return switch (request.method() + " " + request.path()) {
      case "PUT /_control/script" -> put(request, key);
      case "GET /_control/requests" ->
          log.shown(
              key,
              number(request, "at_least"),
              number(request, "closed"),
              Duration.ofMillis(Math.min(LONGEST_WAIT, number(request, "wait_ms"))));
      case "DELETE /_control/script", "DELETE /_control/requests", "DELETE /_control" ->
          delete(request, key);
      default ->
          throw new ScriptError(
              "UNKNOWN_PATH",
              "There is nothing at " + request.method() + " " + request.path() + ".",
              "PUT /_control/script, GET /_control/requests, DELETE /_control");
    };
  }

  private JsonNode put(HttpRequest request, String key) {
    Script script = Script.read(Jsons.parse(request.body()));
    scripts.put(key, script);
    return Jsons.object().put("replies", script.left());
  }

  private JsonNode delete(HttpRequest request, String key) {
    if (!request.path().endsWith("requests")) {
      scripts.remove(key);
    }
    if (!request.path().endsWith("script")) {
      log.clear(key);
    }
    return Jsons.object().put("deleted", true);
  }

  private static int number(HttpRequest request, String parameter) {
    String text = request.query().getOrDefault(parameter, "0");
    if (!text.matches("\\d{1,9}")) {
      throw new ScriptError(
          "BAD_FIELD", "The parameter '" + parameter + "' is no number.", "Send digits.");
    }
    return Integer.parseInt(text);
  }

  private static ObjectNode error(ScriptError error) {
    ObjectNode body = Jsons.object();
    body.putObject("error")
        .put("code", error.code())
        .put("message", error.getMessage())
        .put("suggestion", error.suggestion());
    return body;
  }
}
