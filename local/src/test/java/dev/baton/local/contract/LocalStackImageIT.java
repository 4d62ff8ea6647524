package dev.baton.local.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack keeps the contracts, where there is a container engine that can pull it; its free
 * edition has no WebSocket APIs. The system property {@code baton.localstack.image} names another
 * image that starts as LocalStack's does.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class LocalStackImageIT {
  private static final DockerImageName IMAGE =
      DockerImageName.parse(
              System.getProperty("baton.localstack.image", "localstack/localstack:4.9.2"))
          .asCompatibleSubstituteFor("localstack/localstack");

  private LocalStackContainer container;
  private Cloud cloud;

  @BeforeAll
  void start() {
    assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "There is no container engine");
    container =
        new LocalStackContainer(IMAGE)
            .withServices("dynamodb", "dynamodbstreams", "scheduler", "sqs", "secretsmanager");
    assumeTrue(isPulled(), "The engine cannot pull " + IMAGE);
    container.start();
    cloud = Cloud.furnished(container.getEndpoint().toString());
  }

  private boolean isPulled() {
    try {
      return !container.getDockerImageName().isEmpty();
    } catch (ContainerFetchException unreachable) {
      return false;
    }
  }

  @AfterAll
  void stop() {
    if (container != null) {
      container.close();
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
}
