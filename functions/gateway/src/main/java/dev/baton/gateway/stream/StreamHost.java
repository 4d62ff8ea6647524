package dev.baton.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import dev.baton.gateway.call.CommandCall;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.catalogue.CatalogueEntry;
import dev.baton.gateway.core.stream.StreamChunks;
import dev.baton.gateway.surface.GatewayParts;
import dev.baton.shell.command.SurfaceHost;
import dev.baton.shell.command.Visit;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import java.net.URLDecoder;

/** Calls the command in the path and answers its result as chunks. Source: specification, 3.8. */
final class StreamHost implements SurfaceHost {
  private static final int DEEPEST = 40;
  private static final String ROOT = "/stream/";

  private final GatewayParts parts;
  private final JsonReader reader = JsonReader.refusingDuplicates(DEEPEST);

  StreamHost(GatewayParts parts) {
    this.parts = parts;
  }

  @Override
  public HttpResponse answer(Visit visit) {
    HttpRequest request = visit.request();
    String command = command(request);
    if (request.method().equals("GET") && isMutation(command)) {
      return refuse(byGet(command), metadata(visit)).with("Allow", "POST");
    }
    byte[] input = input(request);
    if (input.length == 0) {
      return stream(visit, command, JsonObject.EMPTY);
    }
    return switch (reader.read(input)) {
      case Readable(Json json) -> stream(visit, command, json);
      case Unreadable unreadable ->
          refuse(
              Refused.because(
                  ErrorCodes.PARSE_ERROR, unreadable.message(), "Send one JSON object."),
              metadata(visit));
    };
  }

  private HttpResponse stream(Visit visit, String command, Json input) {
    String key = visit.request().header("idempotency-key");
    Envelope result =
        parts
            .call(
                parts.gate(visit.caller().scopes(), Surface.CLI),
                parts.errand(visit, Surface.CLI),
                new CommandCall(command, input, visit.traceId(), key))
            .result();
    long duration = Math.max(0, parts.clock().millis() - visit.begun());
    return HttpResponse.json(200, StreamChunks.write(StreamChunks.of(result, duration)))
        .with("Content-Type", "text/event-stream; charset=utf-8");
  }

  private static byte[] input(HttpRequest request) {
    return request.method().equals("GET")
        ? request.query().getOrDefault("input", "").getBytes(UTF_8)
        : request.body();
  }

  private static String command(HttpRequest request) {
    String path = request.path();
    String name = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException undecodable) {
      return name;
    }
  }

  private boolean isMutation(String command) {
    CatalogueEntry entry = parts.catalogue().find(command);
    return entry != null && entry.mutation();
  }

  private static Refused byGet(String command) {
    return Refused.because(
        ErrorCodes.METHOD_NOT_ALLOWED,
        command + " changes something, so it is not called with GET.",
        "Send the input as the body of POST /stream/" + command + ".");
  }

  private ResultMetadata metadata(Visit visit) {
    long now = parts.clock().millis();
    return new ResultMetadata(Math.max(0, now - visit.begun()), null, visit.traceId(), now);
  }
}
