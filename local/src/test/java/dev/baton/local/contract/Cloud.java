package dev.baton.local.contract;

import dev.baton.local.edge.EdgeClients;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * An implementation of AWS in which there is the queue {@value #QUEUE} and the secret {@value
 * #SECRET}, as the template names them.
 *
 * @param endpoint the endpoint of its services
 */
record Cloud(String endpoint) {
  static final String QUEUE = "EngineDeadLetters";
  static final String SECRET = "baton/messenger";

  /** One that is empty so far. */
  static Cloud furnished(String endpoint) {
    Cloud cloud = new Cloud(endpoint);
    try (SqsClient sqs = cloud.client(SqsClient.builder());
        SecretsManagerClient secrets = cloud.client(SecretsManagerClient.builder())) {
      sqs.createQueue(create -> create.queueName(QUEUE));
      secrets.createSecret(
          create -> create.name(SECRET).secretString("{\"app_secrets\":[\"dev-app-secret\"]}"));
    }
    return cloud;
  }

  /** A client of it. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return EdgeClients.of(builder, endpoint);
  }
}
