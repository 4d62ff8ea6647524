package dev.baton.shell.session;

/**
 * Where a command to a session came from, for audit lines.
 *
 * @param ip the caller's address
 * @param userAgent what the caller says it is
 * @param traceId the id that joins lines of one request
 */
public record Origin(String ip, String userAgent, String traceId) {

  /** Something that Baton does by itself. */
  public static Origin ofBaton(String traceId) {
    return new Origin("baton", "baton", traceId);
  }
}
