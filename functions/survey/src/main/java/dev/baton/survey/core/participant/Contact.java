package dev.baton.survey.core.participant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a participant whatever the survey. Source: survey spec §1.1.
 *
 * @param tokens one-time tokens, oldest first, at most five
 * @param threadOwner the app last reported as owner of the thread
 * @param lastMessageAt when the participant last wrote or came by a link, milliseconds since 1970;
 *     0 for never
 * @param seen keys of events that were handled
 */
public record Contact(
    List<String> tokens, @Nullable String threadOwner, long lastMessageAt, SeenRing seen) {
  /** A stranger. */
  public static final Contact NEW = new Contact(List.of(), null, 0, SeenRing.EMPTY);

  private static final int MOST_TOKENS = 5;

  /** With one more token; beyond five the oldest goes. */
  public Contact withToken(String token) {
    List<String> more = new ArrayList<>(tokens);
    more.add(token);
    List<String> kept = more.subList(Math.max(0, more.size() - MOST_TOKENS), more.size());
    return new Contact(List.copyOf(kept), threadOwner, lastMessageAt, seen);
  }

  /** Without the oldest token, if there is one. */
  public Contact withoutOldestToken() {
    return tokens.isEmpty()
        ? this
        : new Contact(tokens.subList(1, tokens.size()), threadOwner, lastMessageAt, seen);
  }

  /** With another owner of the thread. */
  public Contact withThreadOwner(@Nullable String owner) {
    return new Contact(tokens, owner, lastMessageAt, seen);
  }

  /** With a message of that time. */
  public Contact withMessageAt(long timestamp) {
    return timestamp <= lastMessageAt ? this : new Contact(tokens, threadOwner, timestamp, seen);
  }

  /** With one more handled event. */
  public Contact withSeen(String key) {
    return new Contact(tokens, threadOwner, lastMessageAt, seen.with(key));
  }
}
