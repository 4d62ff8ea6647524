package dev.baton.survey.store;

/** A list is to go on from a place that it does not have: somebody made the cursor up. */
public final class NoSuchPlace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSuchPlace(Throwable cause) {
    super("A cursor leads out of its list.", cause);
  }

  NoSuchPlace() {
    super("A cursor has too many or too few keys for its list.");
  }
}
