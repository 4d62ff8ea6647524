package dev.baton.core.result;

/**
 * Something went wrong that nobody decided. It is logged once at the edge; callers see only what
 * its category means.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault, and so what a caller may do. */
  public enum Category {
    /** The caller sent what cannot be handled. */
    CLIENT,
    /** A race was lost after bounded retries. */
    CONFLICT,
    /** Something answered "too fast". */
    THROTTLED,
    /** Something Baton needs failed. */
    UPSTREAM,
    /** Baton itself is wrong. */
    BUG
  }

  private final Category category;

  /** A fault with a message that names the thing and its id. */
  public Fault(Category category, String message) {
    super(message);
    this.category = category;
  }

  /** A fault with its cause. */
  public Fault(Category category, String message, Throwable cause) {
    super(message, cause);
    this.category = category;
  }

  /** Whose fault it is. */
  public Category category() {
    return category;
  }
}
