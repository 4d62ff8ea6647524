package dev.baton.local.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** MiniStack keeps the contracts, so that they are not only what we believe of AWS. */
@TestInstance(Lifecycle.PER_CLASS)
final class MiniStackIT {
  private MiniStack process;
  private Cloud cloud;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    process = MiniStack.start(directory);
    cloud = Cloud.furnished(process.endpoint());
  }

  @AfterAll
  void stop() throws Exception {
    if (process != null) {
      process.close();
    }
  }

  @Nested
  final class Sessions extends SessionContractIT {
    Sessions() {
      super(cloud);
    }
  }

  @Nested
  final class Logs extends LogContractIT {
    Logs() {
      super(cloud);
    }
  }

  @Nested
  final class Participants extends ParticipantContractIT {
    Participants() {
      super(cloud);
    }
  }

  @Nested
  final class Schedules extends ScheduleContractIT {
    Schedules() {
      super(cloud);
    }
  }

  @Nested
  final class Letters extends LetterContractIT {
    Letters() {
      super(cloud);
    }
  }

  @Nested
  final class Secrets extends SecretContractIT {
    Secrets() {
      super(cloud);
    }
  }

  @Nested
  final class Connections extends ConnectionContractIT {
    Connections() {
      super(cloud.endpoint() + "/_aws/execute-api/0a1b2c3d/live");
    }
  }
}
