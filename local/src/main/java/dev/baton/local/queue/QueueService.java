package dev.baton.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.edge.AwsCall;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.edge.AwsReply;
import dev.baton.local.edge.AwsService;
import dev.baton.local.json.Jsons;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * SQS over its JSON protocol: send, receive, delete and purge messages, look queues up.
 *
 * <p>Source: Amazon SQS API reference.
 */
public final class QueueService implements AwsService {
  private static final int LARGEST_MESSAGE = 1_048_576;

  private final Queues queues;
  private final String baseUrl;

  /**
   * The API in front of these queues.
   *
   * @param baseUrl what stands before the queue's name in its URL, ending with a slash
   */
  public QueueService(Queues queues, String baseUrl) {
    this.queues = queues;
    this.baseUrl = baseUrl;
  }

  @Override
  public AwsReply answer(AwsCall call) {
    ObjectNode input = call.json();
    return AwsReply.json(
        switch (call.operation()) {
          case "SendMessage" -> send(queue(input), input);
          case "SendMessageBatch" ->
              batch(input, (entry, done) -> done.setAll(send(queue(input), entry)));
          case "ReceiveMessage" -> receive(queue(input), input);
          case "DeleteMessage" -> delete(queue(input), input);
          case "DeleteMessageBatch" -> batch(input, (entry, done) -> delete(queue(input), entry));
          case "ChangeMessageVisibility" -> changeVisibility(queue(input), input);
          case "PurgeQueue" -> purge(queue(input));
          case "GetQueueAttributes" -> attributes(queue(input), input);
          case "GetQueueUrl" ->
              Jsons.object().put("QueueUrl", url(queue(input.path("QueueName").asText())));
          case "ListQueues" -> list(Jsons.text(input, "QueueNamePrefix"));
          default -> throw AwsFault.unknownOperation("sqs", call.operation());
        });
  }

  private StandardQueue queue(ObjectNode input) {
    return queue(input.path("QueueUrl").asText());
  }

  private StandardQueue queue(String nameOrUrl) {
    StandardQueue queue = queues.find(nameOrUrl);
    if (queue == null) {
      throw new AwsFault(
          400, "QueueDoesNotExist", "The specified queue does not exist: " + nameOrUrl);
    }
    return queue;
  }

  private String url(StandardQueue queue) {
    return baseUrl + queue.definition().name();
  }

  private static ObjectNode send(StandardQueue queue, JsonNode input) {
    String body = input.path("MessageBody").asText();
    if (body.isEmpty()) {
      throw new AwsFault(
          400, "MissingParameter", "The request must contain the parameter MessageBody.");
    }
    if (body.length() > LARGEST_MESSAGE) {
      throw new AwsFault(
          400, "InvalidParameterValue", "One or more parameters are invalid: message too long.");
    }
    ObjectNode attributes =
        input.path("MessageAttributes") instanceof ObjectNode given ? given : Jsons.object();
    QueueMessage message =
        queue.send(body, attributes, Duration.ofSeconds(input.path("DelaySeconds").asLong(0)));
    ObjectNode reply =
        Jsons.object()
            .put("MessageId", message.id())
            .put("MD5OfMessageBody", MessageDigests.ofBody(body));
    if (!attributes.isEmpty()) {
      reply.put("MD5OfMessageAttributes", MessageDigests.ofAttributes(attributes));
    }
    return reply;
  }

  private static ObjectNode batch(ObjectNode input, BiConsumer<JsonNode, ObjectNode> each) {
    ObjectNode reply = Jsons.object();
    ArrayNode successful = reply.putArray("Successful");
    ArrayNode failed = reply.putArray("Failed");
    for (JsonNode entry : input.path("Entries")) {
      String id = entry.path("Id").asText();
      try {
        ObjectNode done = Jsons.object().put("Id", id);
        each.accept(entry, done);
        successful.add(done);
      } catch (AwsFault refusal) {
        failed
            .addObject()
            .put("Id", id)
            .put("SenderFault", true)
            .put("Code", refusal.code())
            .put("Message", refusal.getMessage());
      }
    }
    return reply;
  }

  private static ObjectNode receive(StandardQueue queue, ObjectNode input) {
    ObjectNode reply = Jsons.object();
    try {
      ArrayNode messages = Jsons.object().putArray("Messages");
      queue
          .receive(
              Math.min(10, input.path("MaxNumberOfMessages").asInt(1)),
              visibility(queue, input),
              Duration.ofSeconds(input.path("WaitTimeSeconds").asLong(0)))
          .forEach(received -> messages.add(message(received, wanted(input))));
      if (!messages.isEmpty()) {
        reply.set("Messages", messages);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return reply;
  }

  private static Duration visibility(StandardQueue queue, ObjectNode input) {
    JsonNode seconds = input.path("VisibilityTimeout");
    return seconds.isMissingNode()
        ? queue.definition().visibilityTimeout()
        : Duration.ofSeconds(seconds.asLong());
  }

  private static Set<String> wanted(ObjectNode input) {
    Set<String> names = new HashSet<>();
    input.path("MessageAttributeNames").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static ObjectNode message(StandardQueue.Received received, Set<String> wanted) {
    QueueMessage message = received.message();
    ObjectNode json =
        Jsons.object()
            .put("MessageId", message.id())
            .put("ReceiptHandle", received.receipt())
            .put("MD5OfBody", MessageDigests.ofBody(message.body()))
            .put("Body", message.body());
    json.putObject("Attributes")
        .put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()))
        .put("ApproximateReceiveCount", Integer.toString(received.times()))
        .put("ApproximateFirstReceiveTimestamp", Long.toString(received.first().toEpochMilli()));
    ObjectNode attributes = message.attributes().deepCopy();
    if (!wanted.contains("All") && !wanted.contains(".*")) {
      attributes.retain(wanted);
    }
    if (!attributes.isEmpty()) {
      json.set("MessageAttributes", attributes);
      json.put("MD5OfMessageAttributes", MessageDigests.ofAttributes(attributes));
    }
    return json;
  }

  private static ObjectNode delete(StandardQueue queue, JsonNode input) {
    queue.delete(input.path("ReceiptHandle").asText());
    return Jsons.object();
  }

  private static ObjectNode changeVisibility(StandardQueue queue, ObjectNode input) {
    queue.changeVisibility(
        input.path("ReceiptHandle").asText(),
        Duration.ofSeconds(input.path("VisibilityTimeout").asLong()));
    return Jsons.object();
  }

  private static ObjectNode purge(StandardQueue queue) {
    queue.purge();
    return Jsons.object();
  }

  private static ObjectNode attributes(StandardQueue queue, ObjectNode input) {
    StandardQueue.Counts counts = queue.counts();
    ObjectNode all =
        Jsons.object()
            .put("QueueArn", queue.definition().arn())
            .put("ApproximateNumberOfMessages", Integer.toString(counts.visible()))
            .put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.hidden()))
            .put("ApproximateNumberOfMessagesDelayed", "0")
            .put(
                "VisibilityTimeout",
                Long.toString(queue.definition().visibilityTimeout().toSeconds()))
            .put(
                "MessageRetentionPeriod",
                Long.toString(queue.definition().retention().toSeconds()));
    Set<String> names = new HashSet<>();
    input.path("AttributeNames").forEach(name -> names.add(name.asText()));
    if (!names.contains("All")) {
      all.retain(names);
    }
    ObjectNode reply = Jsons.object();
    reply.set("Attributes", all);
    return reply;
  }

  private ObjectNode list(@Nullable String prefix) {
    ObjectNode reply = Jsons.object();
    ArrayNode urls = reply.putArray("QueueUrls");
    queues.names().stream()
        .filter(name -> prefix == null || name.startsWith(prefix))
        .forEach(name -> urls.add(baseUrl + name));
    return reply;
  }
}
