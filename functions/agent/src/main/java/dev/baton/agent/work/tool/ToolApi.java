package dev.baton.agent.work.tool;

import dev.baton.agent.core.tool.Tool;
import dev.baton.agent.core.tool.ToolCall;
import dev.baton.agent.core.tool.ToolOutcome;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.session.Hashes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one API as tools of one run. Every outcome is a result, silence included; an
 * interrupt ends a call. Thread-safe. Source: streaming specification, section 7.5.
 */
public final class ToolApi {
  private static final int DEEPEST_ANSWER = 100;
  private static final String PLAIN_KEY = "[!-~]{1,128}";
  private static final Set<Integer> UPSTREAM = Set.of(502, 503, 504);

  private final HttpClient client;
  private final String api;
  private final String bearer;
  private final Duration longest;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST_ANSWER);

  /**
   * The API at that address.
   *
   * @param api its address, without a slash at the end
   * @param bearer the run's own credential
   * @param longest how long a call may take
   */
  public ToolApi(HttpClient client, String api, String bearer, Duration longest) {
    this.client = client;
    this.api = api;
    this.bearer = bearer;
    this.longest = longest;
  }

  /**
   * Those of the named commands that are there, in the order of the names.
   *
   * @throws IOException when the catalogue cannot be read
   */
  public Map<String, Tool> tools(List<String> names) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(request("/commands").GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200
        || !(reader.read(response.body()).orNull() instanceof JsonObject listing)) {
      throw new IOException("The catalogue answers with status " + response.statusCode() + ".");
    }
    Map<String, Tool> all = new LinkedHashMap<>();
    for (Json item : commands(listing)) {
      if (item instanceof JsonObject command) {
        Tool tool = Tool.of(command);
        all.put(tool.name(), tool);
      }
    }
    Map<String, Tool> tools = new LinkedHashMap<>();
    for (String name : names) {
      Tool tool = all.get(name);
      if (tool != null) {
        tools.put(name, tool);
      }
    }
    return tools;
  }

  private static List<Json> commands(JsonObject listing) {
    JsonObject data = listing.object("data");
    return data == null ? listing.array("commands") : data.array("commands");
  }

  /**
   * Calls a command; one that changes nothing a second time, when it was not reached or the way to
   * it failed. What may have taken effect is never repeated.
   *
   * @throws InterruptedException when nobody waits for it any more
   */
  public ToolOutcome call(String runId, Tool tool, ToolCall call) throws InterruptedException {
    HttpRequest request =
        request("/commands/" + tool.name())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key(runId, call))
            .POST(HttpRequest.BodyPublishers.ofString(call.args().write()))
            .build();
    ToolOutcome first = once(request, tool);
    return first == null ? orUnreachable(once(request, tool)) : first;
  }

  private static ToolOutcome orUnreachable(@Nullable ToolOutcome outcome) {
    return outcome == null
        ? ToolOutcome.refused("SERVICE_UNAVAILABLE", "The command cannot be reached.")
        : outcome;
  }

  /** Null when it is worth a repetition. */
  private @Nullable ToolOutcome once(HttpRequest request, Tool tool) throws InterruptedException {
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      boolean again = UPSTREAM.contains(response.statusCode()) && !tool.mutation();
      ToolOutcome outcome = read(response);
      return again && outcome.isError() ? null : outcome;
    } catch (HttpTimeoutException late) {
      return ToolOutcome.refused(
          "TOOL_TIMEOUT", "The command did not answer in time; whether it took effect is unknown.");
    } catch (ConnectException nobody) {
      return tool.mutation() ? orUnreachable(null) : null;
    } catch (IOException silence) {
      return ToolOutcome.refused(
          "TOOL_FAILED", "The command's answer was lost; whether it took effect is unknown.");
    }
  }

  private ToolOutcome read(HttpResponse<byte[]> response) {
    if (reader.read(response.body()).orNull() instanceof JsonObject envelope) {
      Json data = envelope.get("data");
      JsonObject error = envelope.object("error");
      if (JsonBoolean.TRUE.equals(envelope.get("success")) && data != null) {
        return ToolOutcome.of(data);
      }
      if (error != null) {
        return refused(error);
      }
    }
    return ToolOutcome.refused(
        "TOOL_FAILED", "The command answered with status " + response.statusCode() + ".");
  }

  private static ToolOutcome refused(JsonObject error) {
    String code = error.text("code");
    String message = error.text("message");
    String known = code == null ? "TOOL_FAILED" : code;
    return new ToolOutcome(
        JsonObject.builder()
            .put("code", known)
            .put("message", message == null ? "The command refused." : message)
            .putIfPresent("suggestion", error.text("suggestion"))
            .build(),
        known,
        null);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(longest)
        .header("Authorization", "Bearer " + bearer)
        .header("X-Baton-Depth", "1");
  }

  private static String key(String runId, ToolCall call) {
    String key = runId + ":" + call.id();
    return key.matches(PLAIN_KEY) ? key : runId + ":" + Hashes.sha256(call.id());
  }
}
