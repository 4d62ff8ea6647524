package dev.baton.local;

/**
 * Ends this process when the process that started it ends.
 *
 * <p>Maven starts the stack in a JVM of its own and passes no signal on to it. With {@code
 * -Dbaton.stop.with.parent=true} a terminated or killed Maven therefore takes the stack with it,
 * and the stack's own shutdown hooks run.
 */
public final class ParentWatch {
  private static final String PROPERTY = "baton.stop.with.parent";

  private ParentWatch() {}

  /** Starts watching if the property asks for it; does nothing otherwise. */
  public static void start() {
    if (Boolean.getBoolean(PROPERTY)) {
      ProcessHandle.current().parent().ifPresent(ParentWatch::exitAfter);
    }
  }

  private static void exitAfter(ProcessHandle parent) {
    parent.onExit().thenRun(() -> System.exit(0));
  }
}
