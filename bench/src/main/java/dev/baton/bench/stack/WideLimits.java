package dev.baton.bench.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of a local stack that keeps limits as AWS does, but so wide that nobody meets them. */
public final class WideLimits {
  private static final String GENEROUS = "1000000/PT1S/1000000";

  private WideLimits() {}

  /** These settings of a stack at free ports, and further ones. */
  public static Map<String, String> with(Map<String, String> further) {
    Map<String, String> environment = new HashMap<>(further);
    environment.put("PORT", "0");
    environment.put("BATON_SESSION_MAX_PER_OWNER", "1000000");
    for (String rate :
        List.of("RATE_HANDOFF", "RATE_WRITE", "RATE_READ", "CHAT_SEND_RATE", "CHAT_POLL_RATE")) {
      environment.put("BATON_" + rate, GENEROUS);
    }
    return environment;
  }
}
