package dev.baton.local.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Writes stream records as Lambda hands them to functions.
 *
 * <p>Source: AWS Lambda developer guide, "Using AWS Lambda with Amazon DynamoDB"; DynamoDB Streams
 * API reference, "Record".
 *
 * @param streamArn ARN of the stream as functions see it
 * @param region region as functions see it
 */
record RecordReader(String streamArn, String region) {
  /**
   * DynamoDB Local cuts creation times to the minute, so a record is at most this much younger than
   * it says.
   */
  private static final Duration ROUNDING = Duration.ofMinutes(1);

  StreamRecord read(Record record, Instant now) {
    Instant latest = record.dynamodb().approximateCreationDateTime().plus(ROUNDING);
    Instant createdAt = (latest.isAfter(now) ? now : latest).truncatedTo(ChronoUnit.SECONDS);
    ObjectNode keys = item(record.dynamodb().keys());
    ObjectNode change =
        Jsons.object().put("ApproximateCreationDateTime", createdAt.getEpochSecond());
    change.set("Keys", keys);
    if (record.dynamodb().hasNewImage()) {
      change.set("NewImage", item(record.dynamodb().newImage()));
    }
    if (record.dynamodb().hasOldImage()) {
      change.set("OldImage", item(record.dynamodb().oldImage()));
    }
    change
        .put("SequenceNumber", record.dynamodb().sequenceNumber())
        .put("SizeBytes", record.dynamodb().sizeBytes())
        .put("StreamViewType", record.dynamodb().streamViewTypeAsString());
    ObjectNode event = envelope(record);
    event.set("dynamodb", change);
    event.put("eventSourceARN", streamArn);
    return new StreamRecord(
        record.dynamodb().sequenceNumber(), Jsons.write(keys), createdAt, event);
  }

  private ObjectNode envelope(Record record) {
    ObjectNode event =
        Jsons.object()
            .put("eventID", record.eventID().replace("-", ""))
            .put("eventName", record.eventNameAsString())
            .put("eventVersion", "1.1")
            .put("eventSource", "aws:dynamodb")
            .put("awsRegion", region);
    if (record.userIdentity() != null) {
      event
          .putObject("userIdentity")
          .put("type", record.userIdentity().type())
          .put("principalId", record.userIdentity().principalId());
    }
    return event;
  }

  private static ObjectNode item(Map<String, AttributeValue> attributes) {
    ObjectNode item = Jsons.object();
    attributes.forEach((name, value) -> item.set(name, attribute(value)));
    return item;
  }

  private static ObjectNode attribute(AttributeValue value) {
    ObjectNode typed = Jsons.object();
    switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case B -> typed.put("B", base64(value.b()));
      case BOOL -> typed.put("BOOL", value.bool());
      case NUL -> typed.put("NULL", true);
      case SS -> value.ss().forEach(typed.putArray("SS")::add);
      case NS -> value.ns().forEach(typed.putArray("NS")::add);
      case BS -> value.bs().forEach(bytes -> array(typed, "BS").add(base64(bytes)));
      case M -> typed.set("M", item(value.m()));
      case L -> value.l().forEach(element -> array(typed, "L").add(attribute(element)));
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("Attribute of an unknown type: " + value);
    }
    if (typed.isEmpty()) {
      typed.putArray("L");
    }
    return typed;
  }

  private static ArrayNode array(ObjectNode typed, String name) {
    return typed.withArray("/" + name);
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }
}
