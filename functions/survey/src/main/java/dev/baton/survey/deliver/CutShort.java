package dev.baton.survey.deliver;

/**
 * The invocation ends before its work does. Lambda repeats it, and the repetition goes on where
 * this one stopped.
 */
final class CutShort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CutShort(String message) {
    super(message);
  }
}
