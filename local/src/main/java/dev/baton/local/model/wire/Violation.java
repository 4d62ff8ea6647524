package dev.baton.local.model.wire;

/** A rule of the Messages API that a request breaks; the message names the place and the rule. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1;

  Violation(String place, String rule) {
    super(place + ": " + rule, null, false, false);
  }
}
