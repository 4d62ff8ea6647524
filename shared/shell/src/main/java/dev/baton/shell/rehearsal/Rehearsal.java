package dev.baton.shell.rehearsal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A performance of a function for nobody: what is made in it has the code of the real thing, and
 * reaches nothing outside of the process. Thread-safe.
 */
public final class Rehearsal {
  private static final ScopedValue<Rehearsal> CURRENT = ScopedValue.newInstance();

  private final Queue<String> mishaps = new ConcurrentLinkedQueue<>();

  /** One rehearsal. */
  public Rehearsal() {}

  /** The rehearsal that this thread is in, or null. */
  public static @Nullable Rehearsal current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /** The same supplier, which supplies things for the rehearsal of now whenever it is asked. */
  public static <T> Supplier<T> kept(Supplier<T> supplier) {
    Rehearsal now = current();
    return now == null ? supplier : () -> ScopedValue.where(CURRENT, now).call(supplier::get);
  }

  /** The same function, which makes things for the rehearsal of now whenever it is asked. */
  public static <A, T> Function<A, T> kept(Function<A, T> function) {
    Rehearsal now = current();
    return now == null
        ? function
        : argument -> ScopedValue.where(CURRENT, now).call(() -> function.apply(argument));
  }

  /** Runs a part of it on this thread. */
  public void run(Runnable part) {
    ScopedValue.where(CURRENT, this).run(part);
  }

  /** Notes what did not go as it should: a sentence for an operator. */
  public void note(String mishap) {
    mishaps.add(mishap);
  }

  /** What was noted so far. */
  public List<String> mishaps() {
    return List.copyOf(mishaps);
  }
}
