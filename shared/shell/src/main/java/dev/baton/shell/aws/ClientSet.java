package dev.baton.shell.aws;

import dev.baton.shell.rehearsal.Rehearsal;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
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
 * @param connections the connections of a WebSocket API, by its management address
 */
public record ClientSet(
    Supplier<DynamoDbClient> dynamoDb,
    Supplier<LambdaClient> lambda,
    Supplier<SchedulerClient> scheduler,
    Supplier<SqsClient> sqs,
    Supplier<SecretsManagerClient> secretsManager,
    Function<URI, ApiGatewayManagementApiClient> connections) {

  /** Clients as the SDK's own settings say; of nothing outside the process in a rehearsal. */
  public static ClientSet ofProcess() {
    return new ClientSet(
        Rehearsal.kept(AwsClients::dynamoDb),
        Rehearsal.kept(AwsClients::lambda),
        Rehearsal.kept(AwsClients::scheduler),
        Rehearsal.kept(AwsClients::sqs),
        Rehearsal.kept(AwsClients::secretsManager),
        Rehearsal.kept(AwsClients::connections));
  }
}
