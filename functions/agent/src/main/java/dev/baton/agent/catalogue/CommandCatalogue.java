package dev.baton.agent.catalogue;

import dev.baton.agent.core.tool.CatalogueTool;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.shell.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that a caller may call, as {@code GET /commands} tells that caller. Thread-safe. */
public final class CommandCatalogue {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int DEEPEST = 60;
  private static final int OK = 200;
  private static final Json TRUE = Json.of(true);

  private final HttpClient client;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST);

  /** A catalogue that is read with this client. */
  public CommandCatalogue(HttpClient client) {
    this.client = client;
  }

  /** The address of an API of that host name, as its requests come: without TLS only here. */
  public static String api(String domain) {
    boolean loopback = domain.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    return (loopback ? "http://" : "https://") + domain;
  }

  /**
   * The commands.
   *
   * @param authorization the caller's own credential
   * @return null when they cannot be read
   */
  public @Nullable List<CatalogueTool> read(String api, String authorization) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + "/commands"))
            .timeout(PATIENCE)
            .header("Authorization", authorization)
            .GET()
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      Json body = response.statusCode() == OK ? reader.read(response.body()).orNull() : null;
      return body instanceof JsonObject catalogue ? tools(catalogue) : null;
    } catch (IOException silence) {
      return null;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static List<CatalogueTool> tools(JsonObject catalogue) {
    List<CatalogueTool> tools = new ArrayList<>();
    for (Json element : catalogue.array("commands")) {
      if (element instanceof JsonObject command) {
        tools.add(tool(command));
      }
    }
    return tools;
  }

  private static CatalogueTool tool(JsonObject command) {
    JsonObject expose = command.object("expose");
    boolean exposed = expose != null && TRUE.equals(expose.get("agent"));
    return new CatalogueTool(
        text(command, "name"),
        text(command, "category"),
        command.array("tags").contains(new JsonText("agent-friendly")),
        !Json.of(false).equals(command.get("mutation")),
        exposed && !TRUE.equals(command.get("handoff")));
  }

  private static String text(JsonObject command, String name) {
    String text = command.text(name);
    return text == null ? "" : text;
  }
}
