package dev.baton.agent.schema;

import dev.baton.agent.core.event.Dollars;
import dev.baton.agent.core.model.ModelProfile;
import dev.baton.agent.core.run.RunLimits;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The field {@code limits} of a request, whose whole numbers the schema has checked. */
public final class LimitInput {
  private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(20);

  private LimitInput() {}

  /** What is wrong with the limit of the cost for that model; null when nothing is. */
  public static @Nullable String costProblem(@Nullable JsonObject limits, ModelProfile model) {
    if (limits == null || !(limits.get("costUsd") instanceof JsonNumber cost)) {
      return null;
    }
    if (cost.decimal().signum() <= 0 || cost.decimal().compareTo(MOST_DOLLARS) > 0) {
      return "must be more than 0 and at most 20";
    }
    return model.prices() == null ? "cannot be kept: nobody knows what the model costs" : null;
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
        limits.get("costUsd") instanceof JsonNumber cost ? Dollars.nanos(cost) : others.costNanos(),
        (int) number(limits, "toolOutputBytes", others.toolOutput()));
  }

  private static long number(JsonObject limits, String name, long other) {
    return limits.get(name) instanceof JsonNumber number ? number.decimal().longValue() : other;
  }
}
