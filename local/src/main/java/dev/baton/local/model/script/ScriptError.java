package dev.baton.local.model.script;

/** A script that cannot be read, with the code and the advice that its author gets. */
public final class ScriptError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String message;
  private final String suggestion;

  /** An error with a code, a sentence that says what is wrong, and one that says what to do. */
  public ScriptError(String code, String message, String suggestion) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
    this.suggestion = suggestion;
  }

  /** A member that has the wrong value. */
  static ScriptError bad(String name, String expected) {
    return new ScriptError(
        "BAD_FIELD",
        "The member '" + name + "' is not " + expected + ".",
        "Send " + expected + ".");
  }

  /** Such as {@code BAD_FIELD}. */
  public String code() {
    return code;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** What to do. */
  public String suggestion() {
    return suggestion;
  }
}
