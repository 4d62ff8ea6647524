package dev.baton.survey.store;

/** Names of attributes in the Surveys table that more than one store or an index knows. */
final class Columns {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String VERSION = "version";
  static final String STATE = "state";
  static final String SHORTCODE = "shortcode";
  static final String TIMER_DUE = "timer_due";
  static final String WAIT_SINCE = "wait_since";
  static final String WAKE = "wake";
  static final String BULK = "bulk";
  static final String BODY = "body";
  static final String TTL = "ttl";
  static final String ROWS_PK = "rows_pk";
  static final String ROWS_SK = "rows_sk";
  static final String PARTICIPANTS_PK = "participants_pk";
  static final String PARTICIPANTS_SK = "participants_sk";

  private Columns() {}
}
