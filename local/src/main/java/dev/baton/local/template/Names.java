package dev.baton.local.template;

/** Names inside of ARNs and URLs. */
public final class Names {
  private static final String FUNCTION = ":function:";

  private Names() {}

  /** The name of a queue or group from a name, an ARN or a URL: behind the last colon or slash. */
  public static String last(String nameOrArn) {
    return nameOrArn.substring(
        Math.max(nameOrArn.lastIndexOf(':'), nameOrArn.lastIndexOf('/')) + 1);
  }

  /**
   * A function from its name or ARN, whole or partial: its name, and behind a colon the version or
   * alias that is meant, if the text has one.
   */
  public static String function(String nameOrArn) {
    int before = nameOrArn.indexOf(FUNCTION);
    return before < 0 ? nameOrArn : nameOrArn.substring(before + FUNCTION.length());
  }

  /** The table of a stream ARN such as {@code arn:aws:dynamodb:…:table/Surveys/stream/…}. */
  public static String tableOfStream(String streamArn) {
    String[] parts = streamArn.split("/");
    if (parts.length < 2) {
      throw new TemplateException("'" + streamArn + "' is not the ARN of a table's stream.");
    }
    return parts[1];
  }
}
