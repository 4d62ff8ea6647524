package dev.baton.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.shell.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/** Says every message again, over the management API, behind the name of its route. */
public final class ToySocketHandler implements RequestStreamHandler {
  private final ApiGatewayManagementApiClient management =
      ApiGatewayManagementApiClient.builder()
          .endpointOverride(URI.create(Settings.ofProcess().required("MANAGEMENT")))
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = Objects.requireNonNull(Jsons.parse(input.readAllBytes()));
    JsonNode request = event.path("requestContext");
    if (request.path("eventType").asText().equals("MESSAGE")) {
      String text = request.path("routeKey").asText() + " " + event.path("body").asText();
      management.postToConnection(post ->
          post.connectionId(request.path("connectionId").asText())
              .data(SdkBytes.fromUtf8String(text)));
    }
    output.write(Jsons.bytes(Jsons.object().put("statusCode", 200)));
  }
}
