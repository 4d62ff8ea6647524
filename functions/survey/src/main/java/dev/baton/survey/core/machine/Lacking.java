package dev.baton.survey.core.machine;

/** Breaks off a decision that needs something which is not loaded; never leaves the machine. */
final class Lacking extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Need need;

  Lacking(Need need) {
    super(need.toString(), null, false, false);
    this.need = need;
  }

  Need need() {
    return need;
  }
}
