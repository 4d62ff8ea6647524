package dev.baton.local;

import dev.baton.local.isolation.Isolation;
import dev.baton.local.time.Timeline;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Starts what is deployed, for tests that drive it from outside. With {@code -Dbaton.isolated=true}
 * its functions run in processes of their own.
 */
public final class WholeStack {
  private WholeStack() {}

  /** A stack at a free port, in whose environment these variables are set. */
  public static LocalStack start(Map<String, String> environment) throws Exception {
    return LocalStack.start(settings(environment));
  }

  /** The same in a time of the test's. */
  public static LocalStack start(Map<String, String> environment, Timeline time) throws Exception {
    return LocalStack.start(settings(environment), time);
  }

  /** The settings of such a stack. */
  public static LocalStackSettings settings(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PORT", "0");
    all.putIfAbsent("BATON_ISOLATED", System.getProperty("baton.isolated", "false"));
    return Isolation.isAsked(all) ? isolated(all) : deployed(all);
  }

  /**
   * A crowd of callers uses a dozen functions at once. Two processes of each are kept, because ever
   * new ones would have all of the machine; and how fast it is must decide nothing.
   */
  private static LocalStackSettings isolated(Map<String, String> all) {
    all.putIfAbsent("BATON_ISOLATED_CONCURRENCY", "2");
    all.putIfAbsent("BATON_ISOLATED_LIVE", "32");
    // Where many processes start at once, two starts in a row may take longer than ten seconds.
    all.putIfAbsent("BATON_WS_AUTH_DEADLINE", "PT30S");
    all.putIfAbsent("BATON_COMMAND_TIMEOUT", "PT1M");
    return deployed(all).withoutTimeouts();
  }

  private static LocalStackSettings deployed(Map<String, String> all) {
    return LocalStackSettings.of(all)
        .withTemplate(Path.of("..", "template.yaml").toAbsolutePath().normalize());
  }
}
