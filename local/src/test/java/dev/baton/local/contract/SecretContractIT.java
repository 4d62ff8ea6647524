package dev.baton.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shell.aws.CachedSecret;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets by their name and by their ARN. */
abstract class SecretContractIT {
  private final SecretsManagerClient client;

  SecretContractIT(Cloud cloud) {
    client = cloud.client(SecretsManagerClient.builder());
  }

  @Test
  void aSecretIsFoundByNameAndByArn() {
    String arn = client.getSecretValue(get -> get.secretId(Cloud.SECRET)).arn();

    assertThat(secret(Cloud.SECRET).value().has("app_secrets")).isTrue();
    assertThat(secret(arn).value()).isEqualTo(secret(Cloud.SECRET).value());
    assertThat(arn)
        .matches("arn:aws:secretsmanager:eu-central-1:\\d{12}:secret:baton/messenger-\\w{6}");
  }

  @Test
  void aSecretThatIsNotThereIsNamedSo() {
    assertThatThrownBy(() -> secret("baton/none").value())
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private CachedSecret secret(String id) {
    return new CachedSecret(client, id, InstantSource.system());
  }
}
