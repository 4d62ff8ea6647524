package dev.baton.gateway.core.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses that Baton has, and by which methods. Source: specification, section 3.2. */
public final class Addresses {
  private static final String COMMANDS = "/commands/";
  private static final String STREAM = "/stream/";
  private static final Map<String, String> METHODS =
      Map.of(
          "/commands", "GET",
          "/openapi.json", "GET",
          "/health", "GET",
          "/message", "POST",
          "/mcp", "POST",
          "/rpc", "POST",
          "/batch", "POST",
          "/webhooks/messenger", "GET, POST");

  private Addresses() {}

  /** The methods of an address, as the header Allow says it; null when nothing is there. */
  public static @Nullable String methods(String path, Catalogue commands) {
    if (path.startsWith(COMMANDS)) {
      return commands.find(path.substring(COMMANDS.length())) == null ? null : "POST";
    }
    if (path.startsWith(STREAM)) {
      CatalogueEntry entry = commands.find(path.substring(STREAM.length()));
      return entry == null ? null : entry.mutation() ? "POST" : "GET, POST";
    }
    return METHODS.get(path);
  }

  /** The command that a path would call, or null when it would call none. */
  public static @Nullable String command(String path) {
    return path.startsWith(COMMANDS) && path.length() > COMMANDS.length()
        ? path.substring(COMMANDS.length())
        : null;
  }
}
