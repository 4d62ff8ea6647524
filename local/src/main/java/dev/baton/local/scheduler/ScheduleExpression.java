package dev.baton.local.scheduler;

import dev.baton.local.edge.AwsFault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of a one-time schedule: {@code at(2026-01-31T12:00:00)} in a time zone, UTC when none is
 * named.
 *
 * <p>Source: EventBridge Scheduler user guide, "Schedule types".
 */
final class ScheduleExpression {
  private static final Pattern AT =
      Pattern.compile("at\\((\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})\\)");

  private ScheduleExpression() {}

  /**
   * The moment that an expression means.
   *
   * @throws AwsFault ValidationException when it means none, or when it recurs
   */
  static Instant moment(String expression, String zone) {
    if (expression.startsWith("rate(") || expression.startsWith("cron(")) {
      throw AwsFault.validation(
          "The local stack runs one-time schedules, at(yyyy-mm-ddThh:mm:ss), only: " + expression);
    }
    Matcher at = AT.matcher(expression);
    if (!at.matches()) {
      throw AwsFault.validation("Invalid Schedule Expression " + expression + ".");
    }
    try {
      LocalDateTime local = LocalDateTime.parse(at.group(1), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      return local.atZone(zone(zone)).toInstant();
    } catch (DateTimeParseException e) {
      throw AwsFault.validation("Invalid Schedule Expression " + expression + ".");
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw AwsFault.validation("Invalid time zone " + name + ".");
    }
  }
}
