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
  private final String firstPage;
  private final ConversationJournal journal;

  /**
   * @param firstPage page of a person who was never heard of, where nothing names another
   */
  public Conversations(String firstPage, ConversationJournal journal) {
    this.firstPage = firstPage;
    this.journal = journal;
  }

  public String firstPage() {
    return firstPage;
  }

  /** The conversation with the page named, or the last one, or a new one with the first page. */
  public Conversation of(Optional<String> pageId, String userId) {
    return pageId
        .map(page -> of(new ParticipantKey(page, userId)))
        .or(() -> findByUser(userId))
        .orElseGet(() -> of(new ParticipantKey(firstPage, userId)));
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
