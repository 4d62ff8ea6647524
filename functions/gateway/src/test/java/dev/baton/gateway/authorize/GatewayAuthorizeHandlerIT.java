package dev.baton.gateway.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.gateway.store.DynamoKeyStore;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(DynamoDbLocal.class)
class GatewayAuthorizeHandlerIT {
  private static final Context NOBODY_ASKS =
      (Context)
          Proxy.newProxyInstance(
              GatewayAuthorizeHandlerIT.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("The authorizer asks its context for nothing.");
              });

  private final DynamoDbClient client;
  private final String table;

  GatewayAuthorizeHandlerIT(DynamoDbClient client) {
    this.client = client;
    this.table = Tables.sessions(client);
  }

  @BeforeEach
  void aKeyExists() {
    put("dev", Map.of());
  }

  @Test
  void aKnownKeyIsItsOwner() throws IOException {
    assertThat(answer("[\"Bearer dev\"]"))
        .isEqualTo(
            "{\"isAuthorized\":true,\"context\":{\"owner\":\"ada\",\"scopes\":\"survey-*\",\"key_id\":\"k1\"}}");
  }

  @Test
  void anUnknownKeyIsLetThroughWithItsRefusal() throws IOException {
    assertThat(answer("[\"Bearer other\"]"))
        .isEqualTo("{\"isAuthorized\":true,\"context\":{\"refusal\":\"INVALID_TOKEN\"}}");
  }

  @Test
  void aRevokedKeyIsAnUnknownKey() throws IOException {
    put("dev", Map.of("revoked_at", AttributeValue.fromN("1768471200000")));

    assertThat(answer("[\"Bearer dev\"]")).contains("INVALID_TOKEN").doesNotContain("ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\"dev\"]", "[\"Basic dev\"]", "[]", "null", "[7]", "{}", "[\"Bearer key#\"]"})
  void whatIsNoBearerCredentialIsUnauthorized(String identity) throws IOException {
    assertThat(answer(identity))
        .isEqualTo("{\"isAuthorized\":true,\"context\":{\"refusal\":\"UNAUTHORIZED\"}}");
  }

  private String answer(String identitySource) throws IOException {
    String event =
        "{\"version\":\"2.0\",\"type\":\"REQUEST\",\"identitySource\":" + identitySource + "}";
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new GatewayAuthorizeHandler(new DynamoKeyStore(client, table))
        .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), output, NOBODY_ASKS);
    return output.toString(UTF_8);
  }

  private void put(String key, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = new HashMap<>(more);
    item.put("pk", AttributeValue.fromS("key#" + new BearerToken(key).sha256()));
    item.put("sk", AttributeValue.fromS("key"));
    item.put("owner", AttributeValue.fromS("ada"));
    item.put("scopes", AttributeValue.fromS("survey-*"));
    item.put("key_id", AttributeValue.fromS("k1"));
    client.putItem(request -> request.tableName(table).item(item));
  }
}
