package dev.baton.agent.stream;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.store.DynamoEventLog;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer's stream is made of.
 *
 * @param log what it copies
 * @param framers what frames it
 * @param notices what it says before a planned end
 * @param seen hears that the viewer has what there was
 * @param runs finds a run of its session
 * @param begun hears of the run that it waited for
 * @param draining whether the process stops
 * @param clock the time
 */
record ViewerParts(
    Log log,
    Framers framers,
    Notices notices,
    Runnable seen,
    Function<String, @Nullable Run> runs,
    Consumer<String> begun,
    BooleanSupplier draining,
    InstantSource clock) {

  /** The log of one session. */
  interface Log {
    /** Events behind a number, as {@link DynamoEventLog#after} reads them. */
    List<LoggedEvent> after(long after, int batches, boolean consistent);
  }
}
