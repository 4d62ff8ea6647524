package dev.baton.survey.core.entry;

/** Reads the {@code ref} of a link. Source: survey specification §2.4. */
public final class Referrals {
  private Referrals() {}

  /** What the ref says; total. */
  public static Referral decode(String ref) {
    throw new UnsupportedOperationException(ref);
  }
}
