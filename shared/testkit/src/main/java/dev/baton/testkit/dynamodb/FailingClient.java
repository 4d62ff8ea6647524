package dev.baton.testkit.dynamodb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A client of which a test says which call fails, and whether before or after the store did what it
 * was asked. For one thread.
 */
public final class FailingClient implements InvocationHandler {
  private final DynamoDbClient real;
  private @Nullable Plan plan;
  private int calls;

  /** A client that fails when it is told to. */
  public FailingClient(DynamoDbClient real) {
    this.real = real;
  }

  /** When the answer of the failing call is lost. */
  public enum Moment {
    /** The store was never asked. */
    BEFORE,
    /** The store did it and nobody heard. */
    AFTER
  }

  private record Plan(int call, Moment moment, boolean dead, Supplier<Throwable> fault) {}

  /** The end of a process: nothing that runs may take it for an answer. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    private Crash() {
      super("The process ends here.");
    }
  }

  /** The client that the tested code gets. */
  public DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            FailingClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
  }

  /** From its n-th call on, counted from 1, the process that asks is dead. */
  public void crashAt(int call, Moment moment) {
    begin(new Plan(call, moment, true, Crash::new));
  }

  /** The n-th call, counted from 1, fails so; those after it do not. */
  public void failAt(int call, Moment moment, Supplier<Throwable> fault) {
    begin(new Plan(call, moment, false, fault));
  }

  /** From now on nothing fails; answers how many calls there were since the last order. */
  public int recover() {
    int made = calls;
    begin(null);
    return made;
  }

  private void begin(@Nullable Plan next) {
    plan = next;
    calls = 0;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    calls++;
    Plan now = plan;
    boolean fails = now != null && (now.dead() ? calls >= now.call() : calls == now.call());
    if (now != null && fails && (now.moment() == Moment.BEFORE || calls > now.call())) {
      throw now.fault().get();
    }
    Object answer = answer(method, arguments);
    if (now != null && fails) {
      throw now.fault().get();
    }
    return answer;
  }

  private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      throw cause == null ? thrown : cause;
    }
  }
}
