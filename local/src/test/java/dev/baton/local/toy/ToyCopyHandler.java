package dev.baton.local.toy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends the key of every record, or the whole event when it has none, to a queue; fails on {@code
 * {"fail":…}}.
 */
public final class ToyCopyHandler implements RequestStreamHandler {
  private final SqsClient sqs = AwsClients.sqs();
  private final String queue = Settings.ofProcess().required("COPIES_QUEUE_URL");
  private final String target = Settings.ofProcess().required("TARGET");

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = Objects.requireNonNull(Jsons.parse(input.readAllBytes()));
    if (event.has("fail")) {
      throw new IllegalStateException(event.path("fail").asText());
    }
    if (event.has("Records")) {
      event.path("Records").forEach(record -> copy(record.at("/dynamodb/Keys/pk/S").asText()));
    } else {
      copy(Jsons.write(event));
    }
    output.write(Jsons.bytes(Jsons.object()));
  }

  private void copy(String text) {
    sqs.sendMessage(send -> send.queueUrl(queue).messageBody(target + " " + text));
  }
}
