package dev.baton.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Lets through everything but {@code Bearer wrong}, and says which credential it saw. */
public final class ToyAuthorizeHandler implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = Objects.requireNonNull(Jsons.parse(input.readAllBytes()));
    String credential = event.path("identitySource").path(0).asText();
    ObjectNode answer = Jsons.object().put("isAuthorized", !credential.equals("Bearer wrong"));
    answer
        .putObject("context")
        .put("credential", credential)
        .put("request_id", event.path("requestContext").path("requestId").asText());
    output.write(Jsons.bytes(answer));
  }
}
