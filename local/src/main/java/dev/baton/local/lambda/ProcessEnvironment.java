package dev.baton.local.lambda;

import dev.baton.local.template.FunctionDefinition;
import java.util.HashSet;
import java.util.Set;

/**
 * The environment variables that functions see. A JVM has one environment for all, so each variable
 * is a system property {@code baton.env.NAME} that the functions' settings prefer.
 *
 * <p>While a handler is made, the properties are exactly the variables of its function: a variable
 * that the template forgot is missing here as it would be on AWS, and two functions may have
 * different values for one name.
 */
public final class ProcessEnvironment implements AutoCloseable {
  private static final String PREFIX = "baton.env.";

  /** As whom the SDK's clients call that are made meanwhile. */
  private static final String SDK_APPLICATION = "sdk.ua.appId";

  private final Set<String> shown = new HashSet<>();

  /** Shows the variables of this function and no other. */
  void showOnly(FunctionDefinition function) {
    close();
    System.setProperty(SDK_APPLICATION, function.name());
    function
        .environment()
        .forEach((name, value) -> {
          System.setProperty(PREFIX + name, value);
          shown.add(name);
        });
  }

  @Override
  public void close() {
    shown.forEach(name -> System.clearProperty(PREFIX + name));
    shown.clear();
    System.clearProperty(SDK_APPLICATION);
  }
}
