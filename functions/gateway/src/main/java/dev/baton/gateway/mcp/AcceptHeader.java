package dev.baton.gateway.mcp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The media types that a client takes. Source: RFC 9110, section 12.5.1.
 *
 * @param value the header; null means that it takes everything
 */
record AcceptHeader(@Nullable String value) {

  boolean allows(String type) {
    if (value == null) {
      return true;
    }
    String group = type.substring(0, type.indexOf('/')) + "/*";
    for (String range : value.toLowerCase(Locale.ROOT).split(",")) {
      String[] parts = range.strip().split("\\s*;\\s*");
      boolean fits = parts[0].equals(type) || parts[0].equals(group) || parts[0].equals("*/*");
      if (fits && !isRefused(parts)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRefused(String[] parts) {
    for (String part : parts) {
      if (part.matches("q\\s*=\\s*0(\\.0{0,3})?")) {
        return true;
      }
    }
    return false;
  }
}
