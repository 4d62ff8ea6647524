package dev.baton.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes an item whose text attributes are the members of the body; {@code wake} is a number. */
public final class ToyWriteHandler implements RequestStreamHandler {
  private final DynamoDbClient dynamo = AwsClients.dynamoDb();
  private final String table = Settings.ofProcess().required("ITEMS_TABLE");
  private final String target = Settings.ofProcess().required("TARGET");

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = Objects.requireNonNull(Jsons.parse(input.readAllBytes()));
    JsonNode body = Objects.requireNonNull(Jsons.parse(event.path("body").asText()));
    Map<String, AttributeValue> item = new HashMap<>();
    body.properties().forEach(m -> item.put(m.getKey(), attribute(m.getValue())));
    dynamo.putItem(put -> put.tableName(table).item(item));
    output.write(Jsons.bytes(Jsons.object().put("statusCode", 201).put("body", target)));
  }

  private static AttributeValue attribute(JsonNode value) {
    return value.isNumber()
        ? AttributeValue.fromN(value.asText())
        : AttributeValue.fromS(value.asText());
  }
}
