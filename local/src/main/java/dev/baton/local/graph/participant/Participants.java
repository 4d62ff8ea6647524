package dev.baton.local.graph.participant;

import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.messenger.ParticipantActs;
import dev.baton.local.graph.messenger.ParticipantActs.Deviation;
import dev.baton.local.graph.messenger.ParticipantActs.Done;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.SentMessage;
import dev.baton.local.graph.webhook.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Who answers by themselves, and how. Safe for use by many threads. */
public final class Participants {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String EVERYBODY = "";

  private final Messenger messenger;
  private final ParticipantActs acts;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();

  public Participants(Messenger messenger, ParticipantActs acts) {
    this.messenger = messenger;
    this.acts = acts;
  }

  /**
   * Lets people answer by themselves from now on.
   *
   * @param userId null for everybody without a script of their own
   */
  public void script(@Nullable String userId, Script script) {
    scripts.put(userId == null ? EVERYBODY : userId, script);
  }

  public void clear() {
    scripts.clear();
  }

  /** Ends the answering of this person, or of everybody without a script of their own. */
  public void stop(@Nullable String userId) {
    scripts.remove(userId == null ? EVERYBODY : userId);
  }

  /** To be called when our app's message was accepted, before the Send API answers. */
  public void beforeResponse(Conversation conversation, SentMessage message) {
    script(conversation)
        .filter(Script::insideRequest)
        .flatMap(script -> reply(script, conversation, message))
        .ifPresent(Participants::awaitTold);
  }

  /** To be called when the Send API has answered. */
  public void afterResponse(Conversation conversation, SentMessage message) {
    script(conversation)
        .filter(script -> !script.insideRequest())
        .ifPresent(script ->
            messenger.later(script.thinking(), () -> reply(script, conversation, message)));
  }

  private Optional<Script> script(Conversation conversation) {
    return Optional.ofNullable(scripts.get(conversation.key().userId()))
        .or(() -> Optional.ofNullable(scripts.get(EVERYBODY)));
  }

  private Optional<Done> reply(Script script, Conversation conversation, SentMessage message) {
    return script.replies().stream()
        .filter(reply -> reply.matches(message))
        .findFirst()
        .map(reply -> perform(reply.reply(), conversation, message))
        .orElseGet(() ->
            script.answersQuestions()
                ? LikelyAnswers.to(message).apply(acts, conversation)
                : Optional.empty());
  }

  private Optional<Done> perform(
      ScriptedReply.Reply reply, Conversation conversation, SentMessage message) {
    return switch (reply) {
      case ScriptedReply.Reply.Silence() -> Optional.empty();
      case ScriptedReply.Reply.Text(String text) ->
          Optional.of(acts.text(conversation, text, Deviation.NONE));
      case ScriptedReply.Reply.Tap(String title) ->
          message.button(title).map(button -> acts.tap(conversation, button, Deviation.NONE));
      case ScriptedReply.Reply.TapPlace(int place) -> {
        List<SentMessage.Button> buttons = message.buttons();
        yield buttons.isEmpty()
            ? Optional.empty()
            : Optional.of(
                acts.tap(conversation, buttons.get(place % buttons.size()), Deviation.NONE));
      }
    };
  }

  private static void awaitTold(Done done) {
    var _ =
        done.told()
            .completeOnTimeout(
                new Delivery.Attempt(0, 0, "not tried in time"),
                PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS)
            .join();
  }
}
