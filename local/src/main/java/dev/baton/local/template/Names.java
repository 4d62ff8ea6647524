package dev.baton.local.template;

/** Names inside of ARNs and URLs. */
public final class Names {
  private Names() {}

  /**
   * The name of a function, queue or group from a name, an ARN or a URL: what follows the last
   * colon or slash. A version or alias behind a function's name is dropped.
   */
  public static String last(String nameOrArn) {
    String text = nameOrArn;
    int function = text.indexOf(":function:");
    if (function >= 0) {
      text = text.substring(function + ":function:".length());
      int qualifier = text.indexOf(':');
      return qualifier < 0 ? text : text.substring(0, qualifier);
    }
    return text.substring(Math.max(text.lastIndexOf(':'), text.lastIndexOf('/')) + 1);
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
