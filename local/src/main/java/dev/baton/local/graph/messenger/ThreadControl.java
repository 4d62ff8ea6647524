package dev.baton.local.graph.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.refusal.GraphError;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.Line;
import dev.baton.local.graph.thread.Ownership;
import dev.baton.local.graph.webhook.Delivery;
import dev.baton.local.graph.webhook.Items;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a thread and how that changes. Source: Meta, "Conversation Control": {@code
 * pass_thread_control}, {@code take_thread_control}, {@code release_thread_control}, {@code
 * request_thread_control}. An empty result means that it was done.
 */
public final class ThreadControl {

  private final Messenger messenger;
  private final IdleWatch idleWatch;

  public ThreadControl(Messenger messenger) {
    this.messenger = messenger;
    this.idleWatch = new IdleWatch(messenger, this::goIdle);
  }

  /** The owner, or an idle thread, gives control to another app. */
  public Optional<GraphError> pass(
      Conversation conversation, String from, String to, @Nullable String metadata) {
    if (rules().absentApps().contains(to)) {
      return Optional.of(GraphError.parameter("Invalid app"));
    }
    Ownership before = move(conversation, owner -> !owner.isOwnedByAnother(from), to);
    if (before.isOwnedByAnother(from)) {
      return Optional.of(GraphError.anotherAppOwnsTheThread());
    }
    note(conversation, from, "pass", metadata, Map.of("target_app_id", to));
    if (concernsUs(to)) {
      var _ = tell(conversation, "pass_thread_control", notice(before.appId(), to, metadata));
    }
    return Optional.empty();
  }

  /** The default app takes control from whoever has it; another app only an idle thread. */
  public Optional<GraphError> take(
      Conversation conversation, String by, @Nullable String metadata) {
    return take(conversation, by, metadata, by.equals(rules().defaultApp()));
  }

  /** An app takes control whatever the rules say, as the page's inbox does when somebody types. */
  public Optional<GraphError> seize(
      Conversation conversation, String by, @Nullable String metadata) {
    return take(conversation, by, metadata, true);
  }

  private Optional<GraphError> take(
      Conversation conversation, String by, @Nullable String metadata, boolean privileged) {
    Ownership before = move(conversation, owner -> privileged || !owner.isOwnedByAnother(by), by);
    if (!privileged && before.isOwnedByAnother(by)) {
      return Optional.of(
          GraphError.of(10)
              .saying("(#10) Only the default app can take control from another app."));
    }
    note(conversation, by, "take", metadata, Map.of());
    String loser = before.appId();
    if (loser != null && !loser.equals(by) && concernsUs(loser)) {
      var _ = tell(conversation, "take_thread_control", notice(loser, by, metadata));
    }
    return Optional.empty();
  }

  /** The owner gives control up; the thread goes to the default app, or is idle if that gave it. */
  public Optional<GraphError> release(
      Conversation conversation, String by, @Nullable String metadata) {
    if (conversation.ownership().isOwnedByAnother(by)) {
      return Optional.of(GraphError.anotherAppOwnsTheThread());
    }
    note(conversation, by, "release", metadata, Map.of());
    boolean told = rules().tellReleases();
    giveUp(conversation, told);
    return Optional.empty();
  }

  /** An app asks for control; the default app is told and may do as it likes. */
  public void request(Conversation conversation, String by, @Nullable String metadata) {
    note(conversation, by, "request", metadata, Map.of());
    ObjectNode content = Trees.object();
    Items.putAppId(content, "requested_owner_app_id", by);
    if (metadata != null) {
      content.put("metadata", metadata);
    }
    var _ = tell(conversation, "request_thread_control", content);
  }

  /** What a day of silence does. */
  public void goIdle(Conversation conversation) {
    note(conversation, "messenger", "idle", null, Map.of());
    giveUp(conversation, true);
  }

  /**
   * Gives control to an app and tells our app with exactly this content, whatever it says, if there
   * is any.
   */
  public CompletableFuture<Delivery.Attempt> arrive(
      Conversation conversation, String from, String to, String event, ObjectNode content) {
    move(conversation, owner -> true, to);
    String metadata =
        content.path("metadata").isTextual()
            ? content.path("metadata").asText()
            : content.path("metadata").toString();
    note(conversation, from, "pass", metadata, Map.of("target_app_id", to));
    return tell(conversation, event, content);
  }

  /** Looks after this thread until nobody wrote for a day. */
  public void watch(Conversation conversation) {
    idleWatch.watch(conversation);
  }

  /** When the owner loses this thread if nobody writes, in milliseconds since 1970. */
  public long expiry(Conversation conversation) {
    return idleWatch.expiry(conversation);
  }

  private void giveUp(Conversation conversation, boolean told) {
    String heir = rules().defaultApp();
    Ownership before = conversation.ownership();
    boolean heirsOwn = heir.equals(before.appId());
    conversation.own(owner -> new Ownership(heirsOwn ? null : heir, messenger.now()));
    if (!heirsOwn && told && concernsUs(heir)) {
      watch(conversation);
      var _ = tell(conversation, "pass_thread_control", notice(null, heir, null));
    }
  }

  private Ownership move(Conversation conversation, Predicate<Ownership> allowed, String to) {
    Ownership before =
        conversation.own(owner -> allowed.test(owner) ? new Ownership(to, messenger.now()) : owner);
    watch(conversation);
    return before;
  }

  private void note(
      Conversation conversation,
      String from,
      String kind,
      @Nullable String metadata,
      Map<String, String> details) {
    ObjectNode more = Trees.object();
    details.forEach(more::put);
    conversation.add(new Line(messenger.stamp(conversation), from, kind, metadata, more));
  }

  private CompletableFuture<Delivery.Attempt> tell(
      Conversation conversation, String event, ObjectNode content) {
    ObjectNode item =
        Items.control(conversation.key(), messenger.stamp(conversation), event, content);
    return messenger.tell(conversation, rules().handovers(), item);
  }

  private boolean concernsUs(String app) {
    return app.equals(messenger.ourApp()) || rules().tellAll();
  }

  private RoutingRules rules() {
    return messenger.rules().routing();
  }

  private static ObjectNode notice(
      @Nullable String previous, String next, @Nullable String metadata) {
    ObjectNode content = Trees.object();
    if (previous == null) {
      content.putNull("previous_owner_app_id");
    } else {
      Items.putAppId(content, "previous_owner_app_id", previous);
    }
    Items.putAppId(content, "new_owner_app_id", next);
    if (metadata != null) {
      content.put("metadata", metadata);
    }
    return content;
  }
}
