package dev.baton.local.contract;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The local stack keeps every contract. */
@TestInstance(Lifecycle.PER_CLASS)
final class OwnStackIT {
  private LocalStack stack;
  private Cloud cloud;

  @BeforeAll
  void start() throws Exception {
    stack = WholeStack.start(Map.of());
    cloud = new Cloud(stack.awsUrl());
  }

  @AfterAll
  void stop() {
    stack.close();
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
      super(cloud.endpoint() + "/live");
    }
  }
}
