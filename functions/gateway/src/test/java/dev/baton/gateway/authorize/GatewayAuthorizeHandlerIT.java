package dev.baton.gateway.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.gateway.GatewayWiring;
import dev.baton.gateway.jwt.IssuerServer;
import dev.baton.gateway.jwt.JwtIssuer;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  @Test
  void aKeysOwnRatesAreTold() throws IOException {
    put("dev", Map.of("rate_write", AttributeValue.fromS("1/PT1M/1")));

    assertThat(answer("[\"Bearer dev\"]")).contains("\"rate_write\":\"1/PT1M/1\"");
  }

  @Test
  void anIssuersJwtIsItsSubjectAndKeysGoOn() throws Exception {
    try (IssuerServer server = new IssuerServer()) {
      JwtIssuer issuer = server.trusted();
      String token = server.signed(server.claims());

      assertThat(answer(issuer, "[\"Bearer " + token + "\"]"))
          .isEqualTo(
              "{\"isAuthorized\":true,\"context\":{\"owner\":\"jwt:auth0%7Cada\",\"scopes\":\"openid survey-* chat-send\",\"key_id\":\"jwt\"}}");
      assertThat(answer(issuer, "[\"Bearer e30.e30.AA\"]"))
          .isEqualTo("{\"isAuthorized\":true,\"context\":{\"refusal\":\"INVALID_TOKEN\"}}");
      assertThat(answer(issuer, "[\"Bearer dev\"]")).contains("\"owner\":\"ada\"");
    }
  }

  @Test
  void withoutAnIssuerAJwtIsAKeyLikeAnyOther() throws IOException {
    put("e30.e30.AA", Map.of());

    assertThat(answer("[\"Bearer e30.e30.AA\"]")).contains("\"owner\":\"ada\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\"dev\"]", "[\"Basic dev\"]", "[]", "null", "[7]", "{}", "[\"Bearer key#\"]"})
  void whatIsNoBearerCredentialIsUnauthorized(String identity) throws IOException {
    assertThat(answer(identity))
        .isEqualTo("{\"isAuthorized\":true,\"context\":{\"refusal\":\"UNAUTHORIZED\"}}");
  }

  private String answer(String identitySource) throws IOException {
    return answer(null, identitySource);
  }

  private String answer(@Nullable JwtIssuer issuer, String identitySource) throws IOException {
    String event =
        "{\"version\":\"2.0\",\"type\":\"REQUEST\",\"identitySource\":" + identitySource + "}";
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new GatewayAuthorizeHandler(
            new GatewayWiring(new DynamoKeyStore(new DynamoTable(client, table)), issuer))
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
