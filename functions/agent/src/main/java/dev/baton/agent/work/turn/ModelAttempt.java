package dev.baton.agent.work.turn;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.event.Usage;
import dev.baton.agent.core.model.ModelFault;
import dev.baton.agent.core.model.ModelRequest;
import dev.baton.agent.core.turn.AnswerBuilder;
import dev.baton.agent.core.turn.ModelAnswer;
import dev.baton.agent.core.turn.TurnName;
import dev.baton.agent.work.model.ModelCall;
import dev.baton.agent.work.model.ModelNews;
import dev.baton.agent.work.signal.RunStopped;
import dev.baton.agent.work.signal.StopSign;
import dev.baton.shell.json.JsonReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of the model: its events go into the log, and an answer comes of it or a fault. */
final class ModelAttempt {
  private static final long LONGEST_WAIT_MS = 1_000;
  private static final int DEEPEST_ARGUMENTS = 100;
  private static final JsonReader READER = JsonReader.keepingDuplicates(DEEPEST_ARGUMENTS);

  private final Workbench bench;
  private final AnswerBuilder builder;
  private ModelFault fault = new ModelFault.Broken();
  private boolean visible;
  private long firstSeq;
  private long begunAt;

  ModelAttempt(Workbench bench, TurnName name) {
    this.bench = bench;
    this.builder = new AnswerBuilder(name, text -> READER.read(text).orNull());
  }

  /** The whole answer, or null. */
  @Nullable ModelAnswer answer() {
    return builder.answer();
  }

  /** Why there is none. */
  ModelFault fault() {
    return fault;
  }

  Usage usage() {
    return builder.usage();
  }

  boolean isBegun() {
    return builder.isBegun();
  }

  /** Whether viewers saw something of it. */
  boolean isVisible() {
    return visible;
  }

  /** The number of the event that began it. */
  long firstSeq() {
    return firstSeq;
  }

  @SuppressWarnings("try") // the breaking is open as long as the call
  ModelAttempt run(ModelRequest request) {
    begunAt = bench.now();
    try (ModelCall call = bench.model().begin(request);
        StopSign.Breaking breaking = bench.sign().breaking(call::close)) {
      while (goesOn(call)) {
        bench.sign().check();
        bench.log().write();
      }
      bench.sign().check();
      bench.log().flush();
      return this;
    } catch (InterruptedException interrupted) {
      throw RunStopped.interrupted();
    }
  }

  /** Takes what has come, as much as one append holds; false when nothing more comes. */
  private boolean goesOn(ModelCall call) throws InterruptedException {
    ModelNews news = call.next(patience());
    while (news != null) {
      if (!take(news)) {
        return false;
      }
      news = bench.log().isFull() ? null : call.next(0);
    }
    return isInTime();
  }

  private long patience() {
    Long waits = bench.log().waitMs();
    return waits == null ? LONGEST_WAIT_MS : Math.min(waits, LONGEST_WAIT_MS);
  }

  private boolean isInTime() {
    long taken = bench.now() - begunAt;
    boolean silent = !builder.isBegun() && taken >= bench.times().silence().toMillis();
    if (silent || taken >= bench.times().call().toMillis()) {
      fault = new ModelFault.Silent();
      return false;
    }
    return true;
  }

  private boolean take(ModelNews news) {
    return switch (news) {
      case ModelNews.Event(var json) -> {
        List<AgentEvent> events = builder.accept(json);
        if (events == null) {
          fault = new ModelFault.Nonsense();
          yield false;
        }
        events.forEach(this::show);
        yield builder.answer() == null;
      }
      case ModelNews.Over(ModelFault why) -> {
        ModelFault cut = builder.isBegun() ? new ModelFault.Broken() : new ModelFault.Unreachable();
        fault = why == null ? cut : why;
        yield false;
      }
    };
  }

  private void show(AgentEvent event) {
    bench.log().add(event);
    visible |= event.type().isVisible();
    if (event.type() == EventType.TURN_STARTED) {
      firstSeq = bench.log().last();
    }
  }
}
