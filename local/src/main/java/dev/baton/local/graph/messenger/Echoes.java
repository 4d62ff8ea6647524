package dev.baton.local.graph.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.ParticipantKey;
import dev.baton.local.graph.thread.SentMessage;
import dev.baton.local.graph.time.Chance;
import dev.baton.local.graph.webhook.Items;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Echoes and receipts of messages that were accepted, as the rules in force distort them. */
public final class Echoes {

  private static final Duration WITHHELD_AT_MOST = Duration.ofSeconds(2);

  private final Messenger messenger;
  private final Map<ParticipantKey, Runnable> withheld = new ConcurrentHashMap<>();

  public Echoes(Messenger messenger) {
    this.messenger = messenger;
  }

  /** Tells our app of the message, now or later, once, twice or never. */
  public void announce(Conversation conversation, SentMessage sent) {
    EchoRules rules = messenger.rules().echoes();
    Chance chance = messenger.chance();
    if (!chance.happens(rules.drop())) {
      Duration delay = rules.delay().plus(part(rules.jitter()));
      Runnable echo = () -> echo(conversation, sent);
      if (chance.happens(rules.reorder())) {
        messenger.later(delay, () -> withhold(conversation.key(), echo));
      } else {
        messenger.later(delay, () -> overtake(conversation.key(), echo));
      }
      if (chance.happens(rules.duplicate())) {
        messenger.later(delay, echo);
      }
    }
    receipts(conversation, sent, rules.delay());
  }

  private void receipts(Conversation conversation, SentMessage sent, Duration echoDelay) {
    ReceiptRules rules = messenger.rules().receipts();
    Duration delay = echoDelay.plus(rules.delay());
    if (rules.delivered()) {
      receipt(
          rules,
          delay,
          () ->
              tell(
                  conversation,
                  Items.delivered(conversation.key(), stamp(conversation), sent.mid())));
    }
    if (rules.read()) {
      receipt(
          rules,
          delay,
          () -> tell(conversation, Items.read(conversation.key(), stamp(conversation))));
    }
  }

  private void receipt(ReceiptRules rules, Duration delay, Runnable receipt) {
    if (messenger.chance().happens(rules.drop())) {
      return;
    }
    messenger.later(delay, receipt);
    if (messenger.chance().happens(rules.duplicate())) {
      messenger.later(delay, receipt);
    }
  }

  private void withhold(ParticipantKey key, Runnable echo) {
    Runnable before = withheld.put(key, echo);
    if (before != null) {
      before.run();
    }
    messenger.later(
        WITHHELD_AT_MOST,
        () -> {
          if (withheld.remove(key, echo)) {
            echo.run();
          }
        });
  }

  private void overtake(ParticipantKey key, Runnable echo) {
    echo.run();
    Runnable before = withheld.remove(key);
    if (before != null) {
      before.run();
    }
  }

  private void echo(Conversation conversation, SentMessage sent) {
    tell(conversation, Items.echo(conversation.key(), stamp(conversation), sent));
  }

  private void tell(Conversation conversation, ObjectNode item) {
    var _ = messenger.tell(conversation, messenger.channel(conversation), item);
  }

  private long stamp(Conversation conversation) {
    return messenger.stamp(conversation);
  }

  private Duration part(Duration jitter) {
    int millis = (int) Math.min(Integer.MAX_VALUE - 1, jitter.toMillis());
    return millis <= 0 ? Duration.ZERO : Duration.ofMillis(messenger.chance().below(millis + 1));
  }
}
