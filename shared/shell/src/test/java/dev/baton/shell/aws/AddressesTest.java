package dev.baton.shell.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Where clients call and for which region they sign, without descriptions of all services. */
final class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "eu-central-1, amazonaws.com",
    "us-east-1, amazonaws.com",
    "cn-north-1, amazonaws.com.cn",
    "us-gov-west-1, amazonaws.com"
  })
  void everyClientCallsAndSignsForItsRegion(String region, String domain) {
    for (Called called : calls(region)) {
      assertThat(called.request().host())
          .isEqualTo("%s.%s.%s".formatted(called.service(), region, domain));
      assertThat(called.request().firstMatchingHeader("Authorization").orElseThrow())
          .contains("/" + region + "/" + called.service() + "/aws4_request");
    }
  }

  @Test
  void descriptionsOfServicesAreNotRead() {
    assertThat(ServiceMetadata.of("dynamodb").regions()).isEmpty();
  }

  private record Called(String service, SdkHttpRequest request) {}

  private static List<Called> calls(String region) {
    return List.of(
        called("dynamodb", region, DynamoDbClient.builder(), DynamoDbClient::listTables),
        called("lambda", region, LambdaClient.builder(), LambdaClient::listFunctions),
        called(
            "scheduler",
            region,
            SchedulerClient.builder(),
            client -> client.listSchedules(list -> list.maxResults(1))),
        called("sqs", region, SqsClient.builder(), SqsClient::listQueues),
        called(
            "secretsmanager",
            region,
            SecretsManagerClient.builder(),
            SecretsManagerClient::listSecrets));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> Called called(
      String service, String region, B builder, Consumer<C> call) {
    List<SdkHttpRequest> requests = new ArrayList<>();
    C client =
        builder
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .overrideConfiguration(over -> over.retryStrategy(RetryMode.STANDARD))
            .httpClient(new Noting(requests))
            .build();
    assertThat(catchThrowable(() -> call.accept(client))).isNotNull();
    return new Called(service, requests.getFirst());
  }

  /** Notes requests and sends none. */
  private record Noting(List<SdkHttpRequest> requests) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      requests.add(request.httpRequest());
      throw new IllegalStateException("Nothing is sent.");
    }

    @Override
    public void close() {}
  }
}
