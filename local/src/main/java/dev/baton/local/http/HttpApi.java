package dev.baton.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.HttpApiDefinition;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What API Gateway does with a request, without the socket. */
final class HttpApi {
  /** Largest body that API Gateway takes: 10 MB. */
  static final int LARGEST_BODY = 10 * 1024 * 1024;

  private final Functions functions;
  private final RouteTable routes;
  private final RequestEvent events;
  private final Cors cors;
  private final InstantSource clock;
  private final Map<String, LambdaAuthorizer> authorizers = new HashMap<>();

  HttpApi(
      HttpApiDefinition api,
      String domain,
      Functions functions,
      AwsPlace place,
      InstantSource clock) {
    this.functions = functions;
    this.routes = new RouteTable(api.routes());
    this.events = new RequestEvent(api, domain, place);
    this.cors = new Cors(api.cors());
    this.clock = clock;
    api.authorizers()
        .forEach((name, definition) -> {
          LocalFunction function = functions.get(definition.functionName());
          authorizers.put(name, new LambdaAuthorizer(definition, function, events, clock));
        });
  }

  HttpReply answer(HttpCall call) {
    HttpReply preflight = cors.preflight(call);
    if (preflight != null) {
      return preflight;
    }
    String requestId = UUID.randomUUID().toString();
    return cors.apply(call, route(call, requestId)).with(Map.of("apigw-requestid", requestId));
  }

  private HttpReply route(HttpCall call, String requestId) {
    if (call.body().length > LARGEST_BODY) {
      return HttpReply.message(413, "Request Entity Too Large");
    }
    RouteTable.Match match = routes.find(call.method(), call.path());
    if (match == null) {
      return HttpReply.message(404, "Not Found");
    }
    RequestEvent.Arrived arrived =
        new RequestEvent.Arrived(call, match, requestId, clock.instant());
    String authorizer = match.route().authorizer();
    if (authorizer == null) {
      return invoke(arrived, null);
    }
    return switch (Objects.requireNonNull(authorizers.get(authorizer)).decide(arrived)) {
      case LambdaAuthorizer.Decision.Allowed(JsonNode context) -> invoke(arrived, context);
      case LambdaAuthorizer.Decision.Refused(HttpReply reply) -> reply;
    };
  }

  private HttpReply invoke(RequestEvent.Arrived arrived, @Nullable JsonNode context) {
    byte[] event = Jsons.bytes(events.forFunction(arrived, context));
    if (event.length > LocalFunction.LARGEST_PAYLOAD) {
      return HttpReply.message(413, "Request Entity Too Large");
    }
    LocalFunction function = functions.get(arrived.match().route().functionName());
    return ResponseReader.read(function.invoke(event));
  }
}
