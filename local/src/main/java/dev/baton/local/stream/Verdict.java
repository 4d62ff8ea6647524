package dev.baton.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.InvocationResult;
import java.util.List;
import java.util.stream.IntStream;

/** What an invocation means for the records of its batch. */
sealed interface Verdict {

  /** All records are done. */
  record Done() implements Verdict {}

  /**
   * The records before this one are done; it and those behind it come again.
   *
   * @param index place in the batch
   */
  record FailedFrom(int index) implements Verdict {}

  /** No record is done. */
  record Failed() implements Verdict {}

  /**
   * Reads the answer of a function. With item failures the lowest named sequence number counts; an
   * answer that names something else fails the whole batch.
   *
   * <p>Source: AWS Lambda developer guide, "Configuring partial batch response with DynamoDB and
   * Lambda".
   */
  static Verdict of(
      InvocationResult result, List<StreamRecord> batch, boolean reportsItemFailures) {
    if (!(result instanceof InvocationResult.Returned returned)) {
      return new Failed();
    }
    JsonNode answer = Jsons.parse(returned.payload());
    if (!reportsItemFailures || answer == null || answer.path("batchItemFailures").isEmpty()) {
      return new Done();
    }
    int lowest = batch.size();
    for (JsonNode failure : answer.path("batchItemFailures")) {
      String named = failure.path("itemIdentifier").asText();
      int index =
          IntStream.range(0, batch.size())
              .filter(i -> batch.get(i).sequenceNumber().equals(named))
              .findFirst()
              .orElse(-1);
      if (index < 0) {
        return new Failed();
      }
      lowest = Math.min(lowest, index);
    }
    return new FailedFrom(lowest);
  }
}
