package dev.baton.local.graph.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.refusal.GraphError;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.Line;
import dev.baton.local.graph.thread.Ownership;
import dev.baton.local.graph.thread.SentMessage;

/** What apps of the page say to people. */
public final class PageMessages {

  private final Messenger messenger;
  private final ThreadControl control;

  public PageMessages(Messenger messenger, ThreadControl control) {
    this.messenger = messenger;
    this.control = control;
  }

  /** The person got the message, or Messenger would not have it. */
  public sealed interface Result {

    record Accepted(SentMessage message) implements Result {}

    record Refused(GraphError error) implements Result {}
  }

  /**
   * An app sends a message of legal form. An idle thread becomes the app's own.
   *
   * @param exempt it may be sent outside the messaging window (tag, utility, one-time token)
   */
  public Result send(Conversation conversation, String appId, ObjectNode message, boolean exempt) {
    if (conversation.ownership().isOwnedByAnother(appId)) {
      return new Result.Refused(GraphError.anotherAppOwnsTheThread());
    }
    if (!conversation.isAvailable()) {
      return new Result.Refused(GraphError.of(551));
    }
    Long lastWrote = conversation.lastWroteAt();
    if (lastWrote == null && !rules().acceptStrangers()) {
      return new Result.Refused(GraphError.nobodyThere());
    }
    boolean closed = lastWrote != null && messenger.now() - lastWrote > rules().window().toMillis();
    if (closed && !exempt) {
      return new Result.Refused(GraphError.outsideTheWindow());
    }
    conversation.own(owner -> owner.isIdle() ? new Ownership(appId, messenger.now()) : owner);
    control.watch(conversation);
    return new Result.Accepted(record(conversation, appId, message));
  }

  private SentMessage record(Conversation conversation, String appId, ObjectNode message) {
    SentMessage sent =
        new SentMessage(messenger.newId("m"), messenger.stamp(conversation), appId, message);
    ObjectNode details = Trees.object().put("mid", sent.mid());
    if (!sent.buttons().isEmpty()) {
      var titles = details.putArray("buttons");
      sent.buttons().forEach(button -> titles.add(button.title()));
    }
    details.set("message", message);
    conversation.add(sent, new Line(sent.at(), appId, "message", sent.text(), details));
    return sent;
  }

  private RoutingRules rules() {
    return messenger.rules().routing();
  }
}
