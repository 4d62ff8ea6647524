package dev.baton.survey.command;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static dev.baton.survey.command.CommandBench.authorizer;
import static dev.baton.survey.command.CommandBench.form;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.survey.show.SurveyShowHandler;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.FailingClient;
import dev.baton.testkit.dynamodb.FailingClient.Moment;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * Commands whose store fails, and commands whose function ends, at every one of its store calls.
 */
@ExtendWith(DynamoDbLocal.class)
final class CrashesIT {
  private final FailingClient failing;
  private final CommandBench bench;

  CrashesIT(DynamoDbClient client) {
    failing = new FailingClient(client);
    bench = new CommandBench(failing.client());
  }

  @ParameterizedTest
  @EnumSource(EveryCommandIT.Tried.class)
  void noAnswerTellsOfTheInside(EveryCommandIT.Tried tried) {
    bench.importWorkedExample();
    bench.reachesHandoff("1");
    CommandFunction command = tried.handler(bench.wiring());
    byte[] input = tried.input(PAGE).getBytes(UTF_8);
    boolean failed = true;
    for (int call = 1; failed; call++) {
      failing.failAt(
          call,
          Moment.BEFORE,
          call % 2 == 0
              ? () -> ResourceNotFoundException.builder().message("Surveys-1#page").build()
              : () -> SdkClientException.create("dynamodb at Surveys-1 is silent"));
      Answer answer = bench.call(command, authorizer(ADA, "*"), input);
      failed = failing.recover() >= call;

      assertThat(answer.text())
          .as("%s at call %d", tried, call)
          .doesNotContain("Surveys", "Sessions", "dev.baton", "java.", "Exception", "dynamodb");
      assertThat(failed && answer.status() == 200).as("%s at call %d", tried, call).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aFormThatIsSentAgainIsOneVersion(Moment moment) {
    boolean crashed = true;
    for (int call = 1; crashed; call++) {
      String shortcode = moment.name() + call;
      String input = form(shortcode, "Reading").build().write();

      crashed = crashes(input, call, moment);

      assertThat(bench.call(new SurveyImportHandler(bench.wiring()), ADA, input).status())
          .isEqualTo(200);
      String show = "{\"page_id\":\"" + PAGE + "\",\"shortcode\":\"" + shortcode + "\"}";
      assertThat(bench.call(new SurveyShowHandler(bench.wiring()), ADA, show).number("version"))
          .as("%s call %d", moment, call)
          .isEqualTo(1);
    }
  }

  /** Whether the call got as far as the store call at which its process ends. */
  private boolean crashes(String input, int call, Moment moment) {
    failing.crashAt(call, moment);
    try {
      bench.call(new SurveyImportHandler(bench.wiring()), ADA, input);
      return false;
    } catch (FailingClient.Crash crash) {
      return true;
    } finally {
      failing.recover();
    }
  }
}
