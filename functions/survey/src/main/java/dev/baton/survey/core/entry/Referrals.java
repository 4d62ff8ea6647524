package dev.baton.survey.core.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the {@code ref} of a link. Source: survey specification §2.4. */
public final class Referrals {
  /** Values that are kept of a link. */
  public static final int KEYS = 50;

  /** Characters of a name at most. */
  public static final int NAME = 100;

  /** Characters of a value at most. */
  public static final int VALUE = 500;

  private static final String FORM = "form";
  private static final Set<String> ENGINE_NAMES =
      Set.of("id", FORM, "startTime", "pageid", "platform", Seeds.NAME, "ad_id", ClosedForm.NAME);

  private Referrals() {}

  /** What the ref says; total. */
  public static Referral decode(String ref) {
    return ref.startsWith(ClosedForm.PREFIX)
        ? ClosedForm.decode(ref.substring(ClosedForm.PREFIX.length()))
        : pairs(ref);
  }

  /** Whether the engine owns the hidden value of that name, so that no link can set it. */
  public static boolean isEngineName(String name) {
    return ENGINE_NAMES.contains(name) || name.startsWith("e_");
  }

  /** Of a name that comes twice the last value counts. */
  private static Referral.Link pairs(String ref) {
    String shortcode = null;
    Map<String, String> values = new LinkedHashMap<>();
    String[] tokens = ref.split("\\.", -1);
    for (int index = 0; index + 1 < tokens.length; index += 2) {
      String name = PercentDecoding.decode(tokens[index]);
      String value = PercentDecoding.decode(tokens[index + 1]);
      if (name.equals(FORM)) {
        shortcode = value.isEmpty() ? null : value;
      } else if (isKept(name, value) && (values.size() < KEYS || values.containsKey(name))) {
        values.put(name, value);
      }
    }
    return new Referral.Link(shortcode, values, null);
  }

  private static boolean isKept(String name, String value) {
    return !name.isEmpty()
        && name.length() <= NAME
        && value.length() <= VALUE
        && !isEngineName(name);
  }
}
