package dev.baton.local.graph.thread;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All conversations of all pages. Safe for use by many threads. */
public final class Conversations {

  private final Map<ParticipantKey, Conversation> byKey = new ConcurrentHashMap<>();
  private final Map<String, ParticipantKey> lastPageOf = new ConcurrentHashMap<>();
  private final ConversationJournal journal;

  public Conversations(ConversationJournal journal) {
    this.journal = journal;
  }

  /** The conversation of this person with this page, begun if there was none. */
  public Conversation of(ParticipantKey key) {
    lastPageOf.put(key.userId(), key);
    return byKey.computeIfAbsent(key, missing -> new Conversation(missing, journal));
  }

  public Optional<Conversation> find(ParticipantKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The conversation that this person had last, on whatever page. */
  public Optional<Conversation> findByUser(String userId) {
    return Optional.ofNullable(lastPageOf.get(userId)).flatMap(this::find);
  }

  /** The conversation that holds this one-time token, unspent. */
  public Optional<Conversation> findByToken(String oneTimeToken) {
    return byKey.values().stream()
        .filter(conversation -> conversation.holds(oneTimeToken))
        .findFirst();
  }

  /** All, by page and person. */
  public List<Conversation> all() {
    return byKey.values().stream()
        .sorted(
            Comparator.comparing((Conversation each) -> each.key().pageId())
                .thenComparing(each -> each.key().userId()))
        .toList();
  }

  /** Forgets every conversation. */
  public void clear() {
    byKey.clear();
    lastPageOf.clear();
    journal.cleared();
  }
}
