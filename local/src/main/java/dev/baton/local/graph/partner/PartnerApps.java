package dev.baton.local.graph.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.messenger.Echoes;
import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.messenger.PageMessages;
import dev.baton.local.graph.messenger.ParticipantActs;
import dev.baton.local.graph.messenger.ThreadControl;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.Line;
import dev.baton.local.graph.webhook.Delivery;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All partner apps. Any app id is one; those without orders keep what they get. Safe for use by
 * many threads.
 */
public final class PartnerApps {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Messenger messenger;
  private final ThreadControl control;
  private final PageMessages pageMessages;
  private final Echoes echoes;
  private final ParticipantActs acts;
  private final Map<Place, PartnerBehaviour> behaviours = new ConcurrentHashMap<>();

  public PartnerApps(
      Messenger messenger,
      ThreadControl control,
      PageMessages pageMessages,
      Echoes echoes,
      ParticipantActs acts) {
    this.messenger = messenger;
    this.control = control;
    this.pageMessages = pageMessages;
    this.echoes = echoes;
    this.acts = acts;
  }

  /**
   * Orders an app to behave like this.
   *
   * @param userId only with this person, null for everybody without an order of their own
   */
  public void order(String appId, @Nullable String userId, PartnerBehaviour behaviour) {
    behaviours.put(new Place(appId, userId == null ? "" : userId), behaviour);
  }

  public void clear() {
    behaviours.clear();
  }

  /** What follows from an app getting control; nothing has happened yet. */
  public Turn gains(Conversation conversation, String appId) {
    PartnerBehaviour behaviour =
        behaviours.getOrDefault(
            new Place(appId, conversation.key().userId()),
            behaviours.getOrDefault(new Place(appId, ""), PartnerBehaviour.SILENT));
    while (behaviour.probability() < 1 && !messenger.chance().happens(behaviour.probability())) {
      PartnerBehaviour otherwise = behaviour.otherwise();
      behaviour = otherwise == null ? PartnerBehaviour.SILENT : otherwise;
    }
    return new Turn(conversation, appId, behaviour);
  }

  /** One app's time with one thread. */
  public final class Turn {

    private final Conversation conversation;
    private final String appId;
    private final PartnerBehaviour behaviour;

    private Turn(Conversation conversation, String appId, PartnerBehaviour behaviour) {
      this.conversation = conversation;
      this.appId = appId;
      this.behaviour = behaviour;
    }

    /** To be called before the call that passed control is answered. */
    public void beforeResponse() {
      if (behaviour.beforeResponse()) {
        talk();
        end(true);
      }
    }

    /** To be called when it was answered. */
    public void afterResponse() {
      if (!behaviour.beforeResponse()) {
        talk();
        messenger.later(behaviour.after(), () -> end(false));
      }
    }

    private void talk() {
      behaviour.says().forEach(text -> say(conversation, appId, text));
      behaviour
          .hears()
          .forEach(text -> acts.text(conversation, text, ParticipantActs.Deviation.NONE));
    }

    private void end(boolean waiting) {
      switch (behaviour.ending()) {
        case PartnerEnding.Never() -> {}
        case PartnerEnding.Returns(PartnerReturn how) ->
            giveBack(conversation, appId, how, waiting);
        case PartnerEnding.GoesIdle() -> {
          if (appId.equals(conversation.ownership().appId())) {
            control.goIdle(conversation);
          }
        }
        case PartnerEnding.Releases() -> {
          var _ = control.release(conversation, appId, null);
        }
      }
    }
  }

  /** A partner app writes to the person; our app sees the echo. Empty if Messenger refused. */
  public boolean say(Conversation conversation, String appId, String text) {
    ObjectNode message = Trees.object().put("text", text);
    return switch (pageMessages.send(conversation, appId, message, true)) {
      case PageMessages.Result.Accepted(var sent) -> {
        echoes.announce(conversation, sent);
        yield true;
      }
      case PageMessages.Result.Refused refused -> false;
    };
  }

  /**
   * A partner app gives the thread back, as often as it is told to.
   *
   * @param waiting returns only when our webhook was told
   * @return false if the app does not own the thread and may not pretend to
   */
  public boolean giveBack(
      Conversation conversation, String appId, PartnerReturn how, boolean waiting) {
    if (!how.evenIfLost() && conversation.ownership().isOwnedByAnother(appId)) {
      conversation.add(
          new Line(
              messenger.stamp(conversation),
              appId,
              "refused",
              "cannot pass a thread it does not own",
              Trees.object()));
      return false;
    }
    String to = how.to() == null ? messenger.ourApp() : how.to();
    if (!to.equals(messenger.ourApp())) {
      if (control.pass(conversation, appId, to, how.metadataText()).isPresent()) {
        return false;
      }
      gains(conversation, to).afterResponse();
      return true;
    }
    String from = how.from() == null ? appId : how.from();
    arrive(conversation, from, to, how, waiting);
    for (int again = 1; again < how.times(); again++) {
      messenger.later(
          how.gap().multipliedBy(again), () -> arrive(conversation, from, to, how, false));
    }
    return true;
  }

  private void arrive(
      Conversation conversation, String from, String to, PartnerReturn how, boolean waiting) {
    CompletableFuture<Delivery.Attempt> told =
        control.arrive(conversation, from, to, "pass_thread_control", how.notice(from, to));
    if (waiting) {
      var _ =
          told.completeOnTimeout(
                  new Delivery.Attempt(0, 0, "not tried in time"),
                  PATIENCE.toMillis(),
                  TimeUnit.MILLISECONDS)
              .join();
    }
  }

  private record Place(String appId, String userId) {}
}
