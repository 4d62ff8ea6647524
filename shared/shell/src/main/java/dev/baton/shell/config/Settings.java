package dev.baton.shell.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a function: names in capitals, texts as values; an empty text counts as
 * unset. A system property {@code baton.env.NAME} wins over the environment variable {@code NAME},
 * so that functions sharing one JVM can be configured together.
 */
public final class Settings {
  private static final String PROPERTY_PREFIX = "baton.env.";

  private final Function<String, @Nullable String> source;

  private Settings(Function<String, @Nullable String> source) {
    this.source = source;
  }

  /** The settings of this process. */
  public static Settings ofProcess() {
    return new Settings(name -> {
      String property = System.getProperty(PROPERTY_PREFIX + name);
      return property == null ? System.getenv(name) : property;
    });
  }

  /** Settings from any source, for tests and tools; null means unset. */
  public static Settings of(Function<String, @Nullable String> source) {
    return new Settings(source);
  }

  /**
   * The text of a setting that must be there.
   *
   * @throws SettingFault naming the setting when it is unset
   */
  public String required(String name) {
    String value = optional(name);
    if (value == null) {
      throw new SettingFault("Setting " + name + " is missing: set the environment variable.");
    }
    return value;
  }

  /** The text of a setting, or null when it is unset. */
  public @Nullable String optional(String name) {
    String value = source.apply(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** The text of a setting, or the fallback when it is unset. */
  public String text(String name, String fallback) {
    String value = optional(name);
    return value == null ? fallback : value;
  }

  /**
   * The text of a setting whose emptiness means something; the fallback only when it is unset
   * altogether.
   */
  public String textOrEmpty(String name, String fallback) {
    String value = source.apply(name);
    return value == null ? fallback : value;
  }

  /**
   * An integer setting, or the fallback when it is unset.
   *
   * @throws SettingFault when it is no integer
   */
  public int integer(String name, int fallback) {
    String value = optional(name);
    try {
      return value == null ? fallback : Integer.parseInt(value);
    } catch (NumberFormatException noNumber) {
      throw new SettingFault("Setting " + name + " is '" + value + "', which is no integer.");
    }
  }

  /**
   * A duration setting in ISO-8601 or {@code 0}, or the fallback when it is unset.
   *
   * @throws SettingFault when it is no duration
   */
  public Duration duration(String name, Duration fallback) {
    String value = optional(name);
    if (value == null) {
      return fallback;
    }
    try {
      return value.equals("0") ? Duration.ZERO : Duration.parse(value);
    } catch (DateTimeParseException noDuration) {
      throw new SettingFault(
          "Setting " + name + " is '" + value + "', which is no ISO-8601 duration such as PT30S.");
    }
  }
}
