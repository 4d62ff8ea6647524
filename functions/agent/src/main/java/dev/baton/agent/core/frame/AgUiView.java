package dev.baton.agent.core.frame;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a response to a client of AG-UI has to know beside the events of its run. Source: streaming
 * specification, sections 5.1 and 5.3.
 *
 * @param history the messages of the conversation up to and including the run's prompt; {@link
 *     #historyOf} cuts them
 * @param firstThinking the first thinking of the run that the log holds already when the viewer
 *     comes, null when there is none: a client that saw it before would keep it twice
 * @param answered the ids of the approvals that this very request answers; then the run is told
 *     from there on and not from its first event. Empty for all other requests
 */
public record AgUiView(
    List<Message> history, @Nullable LoggedEvent firstThinking, Set<String> answered) {

  /** A view over copies of what is given. */
  public AgUiView {
    history = List.copyOf(history);
    answered = Set.copyOf(answered);
  }

  /** A view of a run from its first event. */
  public static AgUiView ofRun(List<Message> history, @Nullable LoggedEvent firstThinking) {
    return new AgUiView(history, firstThinking, Set.of());
  }

  /**
   * The messages of a session up to and including the prompt of a run; for a run that goes on
   * without a prompt, those before its first message.
   *
   * @param messages all messages of the session, in order
   */
  public static List<Message> historyOf(List<Message> messages, String runId) {
    int before = messages.size();
    for (int index = messages.size() - 1; index >= 0; index--) {
      Message message = messages.get(index);
      if (!message.runId().equals(runId)) {
        continue;
      }
      if (isPrompt(message)) {
        return messages.subList(0, index + 1);
      }
      before = index;
    }
    return messages.subList(0, before);
  }

  // What calls gave has the role of a person too, and no text of its own.
  private static boolean isPrompt(Message message) {
    return message.role().equals(Message.USER)
        && message.content().elements().stream()
            .anyMatch(
                block -> block instanceof JsonObject object && "text".equals(object.text("type")));
  }
}
