package dev.baton.survey.core.values;

import java.util.List;

/**
 * The labels of yes/no and legal fields, which also read as truth values. Source: survey
 * specification §4.2.
 */
public final class TruthLabels {
  /** Of a yes/no field. */
  public static final List<String> YES_NO = List.of("Yes", "No");

  /** Of a legal field. */
  public static final List<String> LEGAL = List.of("I Accept", "I don't Accept");

  private TruthLabels() {}

  /** Whether the label stands for that truth value. */
  public static boolean isLabelOf(boolean truth, String label) {
    int index = truth ? 0 : 1;
    return label.equals(YES_NO.get(index)) || label.equals(LEGAL.get(index));
  }
}
