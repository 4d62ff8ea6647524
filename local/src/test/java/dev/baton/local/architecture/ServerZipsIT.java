package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The zips of functions that are servers, as they were built. */
final class ServerZipsIT {
  private final Repository repository = Repository.here();

  @Test
  void zipsOfServersHaveTheStartScriptWithItsExecBit() throws IOException {
    for (DeployedFunction function : TemplateFile.of(repository).functions()) {
      if (function.isServer()) {
        holdsScript(repository.file(function.zip()), function.implementation());
      }
    }
  }

  private void holdsScript(Path zip, String server) throws IOException {
    try (FileSystem files =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
      Path script = files.getPath("/run.sh");
      assertThat(Files.readString(script)).isEqualTo(repository.text("src/assembly/run.sh"));
      assertThat(Files.getPosixFilePermissions(script))
          .contains(
              PosixFilePermission.OWNER_EXECUTE,
              PosixFilePermission.GROUP_EXECUTE,
              PosixFilePermission.OTHERS_EXECUTE);
      assertThat(files.getPath("/" + server.replace('.', '/') + ".class")).exists();
      assertThat(files.getPath("/dev/baton/shell/server/ServerMain.class")).exists();
    }
  }
}
