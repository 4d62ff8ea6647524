package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How run.sh starts a server, seen by a java that only tells how it was called. */
final class RunScriptTest {
  @TempDir Path directory;

  @Test
  void theServerIsTheShellsOwnProcessWithASmallHeap() throws Exception {
    Path java = Files.writeString(directory.resolve("java"), "#!/bin/sh\necho \"$$ $*\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    ProcessBuilder script =
        new ProcessBuilder(Repository.here().file("src/assembly/run.sh").toString());
    script
        .environment()
        .putAll(Map.of("LAMBDA_TASK_ROOT", "/var/task", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"));
    script
        .environment()
        .merge("PATH", directory + "", (rest, own) -> own + File.pathSeparator + rest);
    Process process = script.start();
    String called = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(called)
        .startsWith(process.pid() + " ")
        .contains("-Xmx307m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .contains("-cp /var/task:/var/task/lib/* dev.baton.shell.server.ServerMain");
  }
}
