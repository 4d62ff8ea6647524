package dev.baton.local.agent.work;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client of a process that dies at its n-th write, before or after it was done. Thread-safe. */
final class DyingClient {
  private static final Set<String> WRITES = Set.of("putItem", "transactWriteItems");

  private final DynamoDbClient real;
  private final int point;
  private final boolean after;
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicBoolean dead = new AtomicBoolean();

  DyingClient(DynamoDbClient real, int point, boolean after) {
    this.real = real;
    this.point = point;
    this.after = after;
  }

  /** The end of a process: nothing that runs may take it for an answer. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    private Death() {
      super("The process ends here.");
    }
  }

  boolean isDead() {
    return dead.get();
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DyingClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              boolean last = WRITES.contains(method.getName()) && writes.incrementAndGet() == point;
              if (isDead() || (last && !after)) {
                dead.set(true);
                throw new Death();
              }
              try {
                Object answer = method.invoke(real, arguments);
                if (last) {
                  dead.set(true);
                  throw new Death();
                }
                return answer;
              } catch (InvocationTargetException thrown) {
                throw Objects.requireNonNull(thrown.getCause());
              }
            });
  }
}
