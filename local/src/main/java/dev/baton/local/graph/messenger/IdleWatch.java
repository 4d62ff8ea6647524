package dev.baton.local.graph.messenger;

import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.ParticipantKey;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Looks after threads with an owner until nobody wrote for a day; one task for each thread. */
final class IdleWatch {

  private final Messenger messenger;
  private final Consumer<Conversation> whenSilent;
  private final Set<ParticipantKey> watched = ConcurrentHashMap.newKeySet();

  IdleWatch(Messenger messenger, Consumer<Conversation> whenSilent) {
    this.messenger = messenger;
    this.whenSilent = whenSilent;
  }

  void watch(Conversation conversation) {
    if (!conversation.ownership().isIdle() && watched.add(conversation.key())) {
      messenger.later(left(conversation), () -> lookAfter(conversation));
    }
  }

  /** When the owner loses this thread if nobody writes, in milliseconds since 1970. */
  long expiry(Conversation conversation) {
    return conversation.lastActivity() + messenger.rules().routing().idleAfter().toMillis();
  }

  private void lookAfter(Conversation conversation) {
    watched.remove(conversation.key());
    boolean forgotten =
        messenger.conversations().find(conversation.key()).stream()
            .noneMatch(known -> known == conversation);
    if (forgotten || conversation.ownership().isIdle()) {
      return;
    }
    if (left(conversation).isPositive()) {
      watch(conversation);
    } else {
      whenSilent.accept(conversation);
    }
  }

  private Duration left(Conversation conversation) {
    return Duration.ofMillis(expiry(conversation) - messenger.now());
  }
}
