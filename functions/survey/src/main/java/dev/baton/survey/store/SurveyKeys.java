package dev.baton.survey.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Spells the keys of the Surveys table. Ids inside a key have their {@code %} and {@code #}
 * escaped.
 */
final class SurveyKeys {
  private static final int LONGEST_EVENT_KEY = 400;
  private static final long END_OF_TIME = 9_999_999_999_999L;

  private SurveyKeys() {}

  static String participant(ParticipantKey key) {
    return "participant#" + escape(key.pageId()) + "#" + escape(key.userId());
  }

  /** The participant of a partition, or null when it is another kind of partition. */
  static @Nullable ParticipantKey participantOf(String pk) {
    String[] parts = pk.split("#", -1);
    return parts.length == 3 && parts[0].equals("participant")
        ? new ParticipantKey(unescape(parts[1]), unescape(parts[2]))
        : null;
  }

  static String participantsOf(String pageId) {
    return "participants#" + escape(pageId);
  }

  static String answer(long timestamp, String eventKey) {
    return "answer#" + moment(timestamp) + "#" + bounded(eventKey);
  }

  static String answerRow(long timestamp, String userId, String eventKey) {
    return moment(timestamp) + "#" + escape(userId) + "#" + bounded(eventKey);
  }

  static String answersOf(String pageId, String shortcode) {
    return "answers#" + escape(pageId) + "#" + escape(shortcode);
  }

  static String handoff(long turn, int step) {
    return "handoff#%010d#%02d".formatted(turn, step);
  }

  static String handoffsOf(String pageId) {
    return "handoffs#" + escape(pageId);
  }

  static String handoffRow(long startedAt, String userId, long turn, int step) {
    return "%s#%s#%010d#%02d".formatted(moment(startedAt), escape(userId), turn, step);
  }

  static String taken(String shortcode) {
    return "taken#" + escape(shortcode);
  }

  static String claim(String effectId, int attempt) {
    return "claim#" + effectId + "#" + attempt;
  }

  static String page(String pageId) {
    return "page#" + escape(pageId);
  }

  static String form(String shortcode, int version) {
    return forms(shortcode) + "%06d".formatted(version);
  }

  static String forms(String shortcode) {
    return "form#" + escape(shortcode) + "#";
  }

  static String formSource(String shortcode, String hash, int chunk) {
    return "formsource#%s#%s#%03d".formatted(escape(shortcode), hash, chunk);
  }

  static String owner(String owner) {
    return "owner#" + escape(owner);
  }

  static String rate(String pageId) {
    return "rate#" + escape(pageId);
  }

  /** Thirteen digits, so that text order is time order; whatever is later is the year 2286. */
  static String moment(long timestamp) {
    return "%013d".formatted(Math.min(timestamp, END_OF_TIME));
  }

  /** Behind everything that begins with the moment, and before the next one. */
  static String afterMoment(long timestamp) {
    return moment(timestamp) + "$";
  }

  static String escape(String id) {
    return id.replace("%", "%25").replace("#", "%23");
  }

  /** The inverse of {@link #escape}. */
  static String unescape(String part) {
    return part.replace("%23", "#").replace("%25", "%");
  }

  // A message id may have any length and any characters; a sort key may not.
  private static String bounded(String eventKey) {
    byte[] bytes = eventKey.getBytes(UTF_8);
    String escaped = escape(eventKey);
    boolean fits = escaped.getBytes(UTF_8).length <= LONGEST_EVENT_KEY;
    return fits && eventKey.equals(new String(bytes, UTF_8)) ? escaped : sha256(bytes);
  }

  /** The hash in lower-case hex. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("SHA-256 is part of every Java runtime.", missing);
    }
  }
}
