package dev.baton.survey.core.form;

/** How bad a finding is: an error refuses the import, a warning does so only for a strict one. */
public enum Severity {
  /** A participant would meet it. */
  ERROR("error"),
  /** Probably not what the author means. */
  WARNING("warning");

  private final String wireName;

  Severity(String wireName) {
    this.wireName = wireName;
  }

  /** The name in findings. */
  public String wireName() {
    return wireName;
  }
}
