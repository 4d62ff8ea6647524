package dev.baton.testkit.dynamodb;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * Gives tests a {@link DynamoDbClient} as a parameter. The database runs in this JVM without a
 * socket, holds everything in memory, and is started once.
 */
public final class DynamoDbLocal implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(DynamoDbLocal.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DynamoDbClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Database.class, key -> new Database(), Database.class)
        .client();
  }

  /** Closed by JUnit with its root store. */
  private static final class Database implements AutoCloseable {
    private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);

    DynamoDbClient client() {
      return local.dynamoDbClient();
    }

    @Override
    public void close() {
      local.shutdownNow();
    }
  }
}
