package dev.baton.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.edge.EdgeClients;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * All functions at work, with limits and idempotency keys in force: their policies allow what they
 * do, and no kind of action that none of them does.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class LeastPrivilegeIT {
  private static final String GENEROUS = "100000/PT1M/100000";

  /** Actions that no use here leads to, and what does. */
  private static final Map<String, String> SELDOM =
      Map.of(
          "sqs:SendMessage", "a participant's event that cannot be handled goes to dead letters",
          "scheduler:UpdateSchedule", "two calls that set the timer of one session at once");

  private LocalStack stack;

  @BeforeAll
  void work() throws Exception {
    stack =
        WholeStack.start(
            Map.of(
                "BATON_RATE_HANDOFF", GENEROUS,
                "BATON_RATE_WRITE", GENEROUS,
                "BATON_RATE_READ", GENEROUS,
                "BATON_CHAT_SEND_RATE", GENEROUS,
                "BATON_CHAT_POLL_RATE", GENEROUS,
                "BATON_SESSION_MAX_PER_OWNER", "200"));
    Uses uses = new Uses(stack);
    uses.keys();
    uses.survey();
    uses.chat();
    uses.agent();
    sampleEvents();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void noFunctionIsRefusedWhatItNeeds() {
    assertThat(stack.access().refused()).isEmpty();
  }

  @Test
  void noActionIsAllowedThatNoFunctionTakes() {
    Set<String> untaken =
        stack.functions().stream()
            .flatMap(function -> stack.access().policy(function.name()).statements().stream())
            .flatMap(statement -> statement.actions().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    untaken.removeAll(stack.access().actions());
    untaken.removeAll(SELDOM.keySet());

    assertThat(untaken).isEmpty();
  }

  /** Says where a policy may be too wide; whether it is, is for a reader of the code to find. */
  @Test
  void whatNoUseHereNeedsIsPrinted(TestReporter reporter) {
    stack
        .access()
        .unused()
        .forEach((function, parts) -> reporter.publishEntry(function, String.join("; ", parts)));
  }

  private void sampleEvents() throws IOException {
    try (LambdaClient lambda = EdgeClients.of(LambdaClient.builder(), stack.awsUrl())) {
      for (FunctionDefinition function : SampleEvents.inOrder(stack.functions())) {
        String event = repeatable(SampleEvents.of(function, stack));
        lambda.invoke(request ->
            request.functionName(function.name()).payload(SdkBytes.fromUtf8String(event)));
      }
    }
  }

  /** The event with an idempotency key, if it is a request over HTTP. */
  private static String repeatable(String text) {
    JsonNode event = Objects.requireNonNull(Jsons.parse(text));
    if (event.path("headers") instanceof ObjectNode headers) {
      headers.put("idempotency-key", "least-privilege");
    }
    return Jsons.write(event);
  }
}
