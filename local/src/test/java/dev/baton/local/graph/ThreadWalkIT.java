package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static dev.baton.local.graph.SimulatorWorld.OUR_APP;
import static dev.baton.local.graph.SimulatorWorld.PARTNER;
import static dev.baton.local.graph.SimulatorWorld.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long walks of three apps over one thread, against a model of a few lines. */
final class ThreadWalkIT {

  private static final String IDLE = "null";
  private static final List<String> APPS = List.of(OUR_APP, PARTNER, "777");
  private static final List<String> ACTS =
      List.of("write", "send", "pass", "take", "release", "idle");
  private static final int STEPS = 200;

  @AutoClose private final SimulatorWorld world;

  private String owner = IDLE;
  private int told;

  ThreadWalkIT() throws Exception {
    world = new SimulatorWorld();
    world.quiet();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void ownerAnswersAndNewsAreThoseOfTheModel(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    world.order("PUT", "participants/" + ANA, "{}");

    for (int step = 0; step < STEPS; step++) {
      String app = APPS.get(random.nextInt(APPS.size()));
      String act = ACTS.get(random.nextInt(ACTS.size()));
      String target = APPS.get(random.nextInt(APPS.size()));

      boolean done = perform(app, act, target);

      assertThat(done)
          .as("step %d: %s %s %s", step, app, act, target)
          .isEqualTo(foresee(app, act, target));
      assertThat(world.owner()).as("step %d: %s %s %s", step, app, act, target).isEqualTo(owner);
    }
    assertThat(
            world.settledItems().stream()
                .filter(item -> item.has("pass_thread_control") || item.has("take_thread_control")))
        .hasSize(told);
  }

  /** The model: moves the owner, counts what our app is told, and says whether it is allowed. */
  private boolean foresee(String app, String act, String target) {
    boolean foreign = !owner.equals(IDLE) && !owner.equals(app);
    String before = owner;
    switch (act) {
      case "write" -> owner = owner.equals(IDLE) ? OUR_APP : owner;
      case "send" -> owner = foreign ? owner : app;
      case "pass" -> owner = foreign ? owner : target;
      case "take" -> owner = foreign && !app.equals(OUR_APP) ? owner : app;
      case "release" -> owner = foreign ? owner : heir();
      default -> owner = heir();
    }
    boolean allowed =
        switch (act) {
          case "write", "idle" -> true;
          case "take" -> !foreign || app.equals(OUR_APP);
          default -> !foreign;
        };
    boolean passedToUs = act.equals("pass") && allowed && target.equals(OUR_APP);
    boolean cameBack =
        (act.equals("idle") || act.equals("release")) && allowed && !before.equals(OUR_APP);
    told += passedToUs || cameBack ? 1 : 0;
    return allowed;
  }

  private String heir() {
    return owner.equals(OUR_APP) ? IDLE : OUR_APP;
  }

  private boolean perform(String app, String act, String target) throws Exception {
    String token = app.equals(OUR_APP) ? TOKEN : "app-" + app;
    String recipient = "{\"recipient\":{\"id\":\"" + ANA + "\"}";
    switch (act) {
      case "write" -> world.anaWrites("Hello");
      case "idle" -> world.order("POST", "participants/" + ANA + "/idle", "");
      case "send" -> {
        return world.graph("messages", SimulatorWorld.textBody("x"), token).status() == 200;
      }
      case "pass" -> {
        String body = recipient + ",\"target_app_id\":\"" + target + "\"}";
        return world.graph("pass_thread_control", body, token).status() == 200;
      }
      default -> {
        return world.graph(act + "_thread_control", recipient + "}", token).status() == 200;
      }
    }
    return true;
  }
}
