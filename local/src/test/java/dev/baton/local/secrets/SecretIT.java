package dev.baton.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.local.edge.AwsWorld;
import dev.baton.local.time.ManualTimeline;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

final class SecretIT {
  private final ManualTimeline time = new ManualTimeline(Instant.EPOCH);

  @Test
  void aSecretIsFoundByNameAndByArn() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      SecretsManagerClient secrets = world.secrets();

      GetSecretValueResponse byName = secrets.getSecretValue(get -> get.secretId("secret"));

      assertThat(byName.secretString()).isEqualTo("{\"a\":1}");
      assertThat(secrets.getSecretValue(get -> get.secretId(byName.arn())).name())
          .isEqualTo("secret");
    }
  }

  @Test
  void anUnknownSecretIsNotFound() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      assertThatThrownBy(() -> world.secrets().getSecretValue(get -> get.secretId("other")))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("other");
    }
  }

  @Test
  void anUnknownOperationIsNamed() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      assertThatThrownBy(() -> world.secrets().createSecret(create -> create.name("x")))
          .isInstanceOf(SecretsManagerException.class)
          .hasMessageContaining("The local stack has no operation 'CreateSecret'");
    }
  }
}
