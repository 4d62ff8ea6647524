package dev.baton.shell.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Where a wiring gets its AWS clients from. A function asks for no more than it needs, because each
 * costs start-up time.
 *
 * @param dynamoDb DynamoDB
 * @param lambda Lambda
 * @param scheduler EventBridge Scheduler
 * @param sqs SQS
 * @param secretsManager Secrets Manager
 */
public record ClientSet(
    Supplier<DynamoDbClient> dynamoDb,
    Supplier<LambdaClient> lambda,
    Supplier<SchedulerClient> scheduler,
    Supplier<SqsClient> sqs,
    Supplier<SecretsManagerClient> secretsManager) {

  /** Clients as the SDK's own settings say. */
  public static ClientSet ofProcess() {
    return new ClientSet(
        AwsClients::dynamoDb,
        AwsClients::lambda,
        AwsClients::scheduler,
        AwsClients::sqs,
        AwsClients::secretsManager);
  }
}
