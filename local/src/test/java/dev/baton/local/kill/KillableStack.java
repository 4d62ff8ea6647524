package dev.baton.local.kill;

import dev.baton.local.client.Commands;
import dev.baton.local.process.BatonProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Stacks in processes, one after the other on the same data, each killed at the change that was
 * chosen for it.
 */
final class KillableStack implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final Map<String, String> environment = new HashMap<>();
  private BatonProcess process;

  KillableStack(Path folder, int port, String graphUrl) throws Exception {
    this.folder = folder;
    this.port = port;
    environment.put("PORT", Integer.toString(port));
    environment.put("BATON_DATA_DIR", folder.resolve("data").toString());
    environment.put("BATON_TEMPLATE", KillForm.template().toString());
    environment.put("GRAPH_BASE_URL", graphUrl);
    environment.put("FACEBOOK_APP_ID", "555000111");
    environment.put("FACEBOOK_APP_SECRET", "secret");
    environment.put("FACEBOOK_PAGE_ACCESS_TOKEN", "token");
    environment.put("ECHO_GRACE", "PT20S");
    process = start();
  }

  Commands commands() {
    return new Commands("http://127.0.0.1:" + port);
  }

  /**
   * The process stops before the change of that number, counted from now, and asks to be killed.
   */
  void killBefore(int change) throws IOException {
    Path prepared = folder.resolve("prepared");
    Files.writeString(prepared, Integer.toString(change));
    Files.move(prepared, folder.resolve("kill-before"));
  }

  /**
   * Lets the play go on until it is over: kills the process when it asks for it and starts the
   * next.
   *
   * @param over whether there is nothing more to do
   * @param pause waits a moment for something to happen
   * @return the name of the change that was killed, or empty when none was
   */
  String runUntil(BooleanSupplier over, Runnable pause) throws Exception {
    String killed = "";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!isOver(over)) {
      if (killed.isEmpty() && Files.exists(folder.resolve("kill-me"))) {
        killed = killAndStartAgain();
      }
      pause.run();
      if (System.nanoTime() > end) {
        throw new AssertionError("Not over after 90 s; killed: '" + killed + "', log in " + folder);
      }
    }
    Files.deleteIfExists(folder.resolve("kill-before"));
    return killed;
  }

  private boolean isOver(BooleanSupplier over) {
    try {
      return over.getAsBoolean() && !Files.exists(folder.resolve("kill-me"));
    } catch (UncheckedIOException notThere) {
      return false;
    }
  }

  private String killAndStartAgain() throws Exception {
    process.kill();
    String name = Files.readString(folder.resolve("kill-me"));
    Files.delete(folder.resolve("kill-before"));
    Files.delete(folder.resolve("kill-me"));
    process = start();
    return name;
  }

  private BatonProcess start() throws Exception {
    Map<String, String> properties = Map.of("baton.kill.folder", folder.toString());
    return BatonProcess.start(environment, properties, folder.resolve("baton.log"));
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
