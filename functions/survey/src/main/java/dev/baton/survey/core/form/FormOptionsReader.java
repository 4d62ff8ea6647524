package dev.baton.survey.core.form;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.waiting.Durations;
import dev.baton.survey.core.waiting.Instants;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code options} of an import. Each problem has the code {@code bad-option} and a
 * pointer into the options. Source: survey spec §4.1.
 */
public final class FormOptionsReader {
  private static final long FOLLOW_UP_LIMIT = 86_400_000;
  private static final List<String> NAMES =
      List.of("timezone", "closes_at", "follow_up_after", "timeouts", "compatibility");

  private final Location at = Location.inForm("", null);
  private final List<Problem> problems = new ArrayList<>();

  private FormOptionsReader() {}

  /** The options; absent or null is {@link FormOptions#DEFAULT}. */
  public static Parsed<FormOptions> read(@Nullable Json options) {
    FormOptionsReader reader = new FormOptionsReader();
    FormOptions read = reader.options(options);
    return new Parsed<>(reader.problems.isEmpty() ? read : null, reader.problems);
  }

  private FormOptions options(@Nullable Json options) {
    if (options == null || options instanceof JsonNull) {
      return FormOptions.DEFAULT;
    }
    if (!(options instanceof JsonObject object)) {
      problems.add(at.error("bad-option", "the options are no object", "Write an object."));
      return FormOptions.DEFAULT;
    }
    for (JsonObject.Member member : object.members()) {
      if (!NAMES.contains(member.name())) {
        refuse(member.name(), "there is no such option", "Use " + String.join(", ", NAMES) + ".");
      }
    }
    ZoneId zone = zone(object.get("timezone"));
    return new FormOptions(
        zone,
        closesAt(object.get("closes_at"), zone),
        followUpAfter(object.get("follow_up_after")),
        timeouts(object.get("timeouts")),
        fly(object.get("compatibility")));
  }

  private ZoneId zone(@Nullable Json value) {
    if (isAbsent(value)) {
      return FormOptions.DEFAULT.timezone();
    }
    if (value instanceof JsonText(String name)) {
      try {
        return ZoneId.of(name);
      } catch (DateTimeException unknown) {
        // Refused below, with every other value that names no zone.
      }
    }
    refuse("timezone", "names no time zone", "Write one such as 'Europe/Berlin'.");
    return FormOptions.DEFAULT.timezone();
  }

  private @Nullable Long closesAt(@Nullable Json value, ZoneId zone) {
    if (isAbsent(value)) {
      return null;
    }
    OptionalLong instant = OptionalLong.empty();
    if (value instanceof JsonText(String text)) {
      instant = Instants.milliseconds(text, zone);
    } else if (value instanceof JsonNumber number) {
      BigDecimal milliseconds = Numbers.read(number, NumberLocale.EN_US);
      instant = milliseconds == null ? instant : OptionalLong.of(milliseconds.longValue());
    }
    if (instant.isEmpty()) {
      refuse("closes_at", "is no instant", "Write one such as '2026-12-31T18:00Z'.");
      return null;
    }
    return instant.getAsLong();
  }

  private long followUpAfter(@Nullable Json value) {
    if (isAbsent(value)) {
      return FormOptions.DEFAULT.followUpAfter();
    }
    OptionalLong duration =
        value instanceof JsonText(String text)
            ? Durations.milliseconds(text)
            : OptionalLong.empty();
    if (duration.isEmpty() || duration.getAsLong() >= FOLLOW_UP_LIMIT) {
      refuse("follow_up_after", "is no duration below 24 hours", "Write one such as '12h'.");
      return FormOptions.DEFAULT.followUpAfter();
    }
    return duration.getAsLong();
  }

  private Map<String, Json> timeouts(@Nullable Json value) {
    Map<String, Json> timeouts = new LinkedHashMap<>();
    if (value instanceof JsonObject object) {
      object.members().forEach(member -> timeouts.putIfAbsent(member.name(), member.value()));
    } else if (!isAbsent(value)) {
      refuse("timeouts", "is no object", "Write {\"name\": \"2 days\"}.");
    }
    return timeouts;
  }

  private boolean fly(@Nullable Json value) {
    if (isAbsent(value) || Json.of("none").equals(value)) {
      return false;
    }
    if (Json.of("fly").equals(value)) {
      return true;
    }
    refuse("compatibility", "is neither 'none' nor 'fly'", "Write 'none' or 'fly'.");
    return false;
  }

  private static boolean isAbsent(@Nullable Json value) {
    return value == null || value instanceof JsonNull;
  }

  private void refuse(String name, String fact, String suggestion) {
    problems.add(at.member(name).error("bad-option", "'" + name + "' " + fact, suggestion));
  }
}
