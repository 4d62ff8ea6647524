package dev.baton.local.lambda;

import java.util.HashSet;
import java.util.Map;
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

  private final Set<String> shown = new HashSet<>();

  /** Shows these variables and no other. */
  void showOnly(Map<String, String> variables) {
    close();
    variables.forEach((name, value) -> {
      System.setProperty(PREFIX + name, value);
      shown.add(name);
    });
  }

  @Override
  public void close() {
    shown.forEach(name -> System.clearProperty(PREFIX + name));
    shown.clear();
  }
}
