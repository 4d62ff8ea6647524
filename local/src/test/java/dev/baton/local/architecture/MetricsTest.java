package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.agent.core.run.RunState;
import dev.baton.survey.core.handoff.HandoffOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alarms and the dashboard show what somebody writes: our code, a filter of the log, or AWS. */
final class MetricsTest {
  private static final String OURS = "Baton";
  private static final Pattern SEARCHED =
      Pattern.compile("SEARCH\\('\\{([A-Za-z/]+),[a-z,]+} MetricName=\"([A-Za-z_]+)\" .*");

  /** What AWS documents, of each service that the template uses. */
  private static final Map<String, Set<String>> OF_AWS =
      Map.of(
          "AWS/Lambda",
          Set.of(
              "Errors",
              "Throttles",
              "Duration",
              "ConcurrentExecutions",
              "IteratorAge",
              "DestinationDeliveryFailures"),
          "AWS/ApiGateway",
          Set.of(
              "4xx",
              "5xx",
              "Latency",
              "IntegrationLatency",
              "ConnectCount",
              "MessageCount",
              "ClientError",
              "IntegrationError",
              "ExecutionError"),
          "AWS/SQS",
          Set.of("ApproximateNumberOfMessagesVisible"),
          "AWS/Scheduler",
          Set.of(
              "InvocationAttemptCount",
              "TargetErrorCount",
              "InvocationDroppedCount",
              "InvocationsFailedToBeSentToDeadLetterCount"),
          "AWS/DynamoDB",
          Set.of(
              "ReadThrottleEvents",
              "WriteThrottleEvents",
              "ConsumedReadCapacityUnits",
              "ConsumedWriteCapacityUnits"));

  private final Repository repository = Repository.here();
  private final TemplateFile template = TemplateFile.of(repository);
  private final String code = repository.productionCode();

  private record Metric(String namespace, String name) {}

  @Test
  void alarmsWatchWhatIsWritten() {
    assertThat(alarmed()).isNotEmpty().allMatch(this::isWritten);
  }

  @Test
  void theDashboardShowsWhatIsWritten() throws IOException {
    assertThat(shown()).hasSizeGreaterThan(40).allMatch(this::isWritten);
  }

  @Test
  void everyMetricOfOursWithAnAlarmIsOnTheDashboard() throws IOException {
    assertThat(shown())
        .containsAll(
            template.watchedMetrics().stream()
                .filter(name -> !name.equals("not_primary_receiver"))
                .map(name -> new Metric(OURS, name))
                .toList());
  }

  @Test
  void theDashboardHasEveryOutcomeOfAHandoffAndEveryEndOfARun() throws IOException {
    Stream<String> outcomes = Arrays.stream(HandoffOutcome.values()).map(HandoffOutcome::wireName);
    Stream<String> ends =
        Arrays.stream(RunState.values()).filter(RunState::isTerminal).map(RunState::wireName);

    assertThat(values("outcome")).containsExactlyInAnyOrderElementsOf(outcomes.toList());
    assertThat(values("state")).containsExactlyInAnyOrderElementsOf(ends.toList());
  }

  @Test
  void eventsOfSessionsOnTheDashboardAreLogged() throws IOException {
    List<String> events =
        metrics()
            .filter(metric -> metric.path(1).asText().equals("session_handoff"))
            .map(metric -> metric.path(3).asText())
            .toList();

    assertThat(events).isNotEmpty().allMatch(event -> code.contains('"' + event + '"'));
  }

  @Test
  void everyAlarmGoesToTheTopic() {
    assertThat(template.resources("AWS::CloudWatch::Alarm"))
        .allMatch(alarm -> alarm.path("AlarmActions").toString().contains("AlarmTopicArn"));
  }

  @Test
  void thePageOnCostsCountsTheAlarmsOfTheTemplate() {
    long alarms = template.resources("AWS::CloudWatch::Alarm").count();

    assertThat(repository.text("docs/cost.md"))
        .contains("| %d metrics of %d alarms ".formatted(alarmed().size(), alarms));
  }

  private boolean isWritten(Metric metric) {
    return metric.namespace().equals(OURS)
        ? code.contains('"' + metric.name() + '"')
            || template.filteredMetrics().contains(metric.name())
        : OF_AWS.getOrDefault(metric.namespace(), Set.of()).contains(metric.name());
  }

  private List<Metric> alarmed() {
    Stream<JsonNode> alone =
        template
            .resources("AWS::CloudWatch::Alarm")
            .filter(alarm -> alarm.path("Metrics").isMissingNode());
    Stream<JsonNode> reckoned =
        template
            .resources("AWS::CloudWatch::Alarm")
            .flatMap(alarm -> DeployedFunction.elements(alarm.path("Metrics")))
            .map(each -> each.path("MetricStat").path("Metric"))
            .filter(metric -> !metric.isMissingNode());
    return Stream.concat(alone, reckoned)
        .map(each -> new Metric(each.path("Namespace").asText(), each.path("MetricName").asText()))
        .toList();
  }

  private List<Metric> shown() throws IOException {
    List<Metric> result = new ArrayList<>();
    metrics()
        .filter(metric -> metric.path(0).isTextual())
        .map(metric -> new Metric(metric.path(0).asText(), metric.path(1).asText()))
        .forEach(result::add);
    expressions()
        .flatMap(expression -> SEARCHED.matcher(expression).results())
        .map(found -> new Metric(found.group(1), found.group(2)))
        .forEach(result::add);
    return result;
  }

  /** The values of a dimension that searches on the dashboard ask for. */
  private Set<String> values(String dimension) throws IOException {
    return expressions()
        .flatMap(each -> Pattern.compile(dimension + "=\"([a-z_]+)\"").matcher(each).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private Stream<String> expressions() throws IOException {
    return metrics()
        .map(metric -> metric.path(0).path("expression"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  private Stream<JsonNode> metrics() throws IOException {
    String body =
        template
            .resources("AWS::CloudWatch::Dashboard")
            .map(dashboard -> dashboard.path("DashboardBody").path("Fn::Sub").asText())
            .collect(Collectors.joining());
    return DeployedFunction.elements(new ObjectMapper().readTree(body).path("widgets"))
        .flatMap(widget -> DeployedFunction.elements(widget.path("properties").path("metrics")));
  }
}
