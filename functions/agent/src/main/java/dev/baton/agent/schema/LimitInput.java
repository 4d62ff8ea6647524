package dev.baton.agent.schema;

import dev.baton.agent.core.run.RunLimits;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The field {@code limits} of a request, whose whole numbers the schema has checked. */
public final class LimitInput {
  private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(20);
  private static final int NANOS = 9;

  private LimitInput() {}

  /** Whether the cost is none that the platform allows. */
  public static boolean isTooDear(@Nullable JsonObject limits) {
    return limits != null
        && limits.get("costUsd") instanceof JsonNumber cost
        && (cost.decimal().signum() <= 0 || cost.decimal().compareTo(MOST_DOLLARS) > 0);
  }

  /** These limits where they say something, the others where they do not. */
  public static RunLimits over(RunLimits others, @Nullable JsonObject limits) {
    if (limits == null) {
      return others;
    }
    return new RunLimits(
        (int) number(limits, "turns", others.turns()),
        number(limits, "outputTokens", others.outputTokens()),
        number(limits, "runTimeMs", others.runTimeMs()),
        limits.get("costUsd") instanceof JsonNumber cost
            ? cost.decimal().movePointRight(NANOS).longValue()
            : others.costNanos());
  }

  private static long number(JsonObject limits, String name, long other) {
    return limits.get(name) instanceof JsonNumber number ? number.decimal().longValue() : other;
  }
}
