package dev.baton.agent.stream;

import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.frame.AgUiFramer;
import dev.baton.agent.core.frame.AgUiView;
import dev.baton.agent.core.frame.AiSdkFramer;
import dev.baton.agent.core.frame.Framer;
import dev.baton.agent.core.frame.NativeFramer;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.EventBody;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what frames a response. Thread-safe. */
final class Framers {
  private final DynamoAgentStore agents;
  private final DynamoEventLog log;

  Framers(DynamoAgentStore agents, DynamoEventLog log) {
    this.agents = agents;
    this.log = log;
  }

  /** The framer of a stream; before its run has begun, only for the opening of it. */
  Framer of(StreamRequest request, @Nullable Run run, long after) {
    return switch (request.protocol()) {
      case NATIVE -> new NativeFramer(after);
      case AI_SDK -> new AiSdkFramer(EventBody::read);
      case AG_UI -> new AgUiFramer(EventBody::read, view(run, request.answered()));
    };
  }

  private AgUiView view(@Nullable Run run, Set<String> answered) {
    if (run == null) {
      return AgUiView.ofRun(List.of(), null);
    }
    return new AgUiView(
        AgUiView.historyOf(agents.messages(run.sessionId()), run.id()),
        firstThinking(run),
        answered);
  }

  private @Nullable LoggedEvent firstThinking(Run run) {
    return log.ofRun(run.sessionId(), run.id(), run.terms().firstSeq()).stream()
        .filter(event -> event.type() == EventType.THINKING)
        .findFirst()
        .orElse(null);
  }
}
