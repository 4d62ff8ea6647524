package dev.baton.shell.aws;

import dev.baton.shell.rehearsal.Rehearsal;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes AWS clients that start fast: the JDK's HTTP connection, standard retries, short timeouts. A
 * wiring calls each method at most once, at start. In a rehearsal they reach {@link RehearsedAws}.
 */
public final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private AwsClients() {}

  /** A DynamoDB client. */
  public static DynamoDbClient dynamoDb() {
    return started(DynamoDbClient.builder());
  }

  /** A Lambda client. */
  public static LambdaClient lambda() {
    return started(LambdaClient.builder());
  }

  /** An EventBridge Scheduler client. */
  public static SchedulerClient scheduler() {
    return started(SchedulerClient.builder());
  }

  /** An SQS client. */
  public static SqsClient sqs() {
    return started(SqsClient.builder());
  }

  /** A Secrets Manager client. */
  public static SecretsManagerClient secretsManager() {
    return started(SecretsManagerClient.builder());
  }

  /** A client of the connections of one WebSocket API, by its management address. */
  public static ApiGatewayManagementApiClient connections(URI management) {
    return started(ApiGatewayManagementApiClient.builder().endpointOverride(management));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C started(
      B builder) {
    Rehearsal rehearsal = Rehearsal.current();
    B connected =
        rehearsal == null
            ? builder.httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
            : builder.httpClient(new RehearsedAws(rehearsal));
    return connected
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().retryStrategy(RetryMode.STANDARD).build())
        .build();
  }
}
