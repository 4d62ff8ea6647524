package dev.baton.survey.command;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.EVE;
import static dev.baton.survey.command.CommandBench.PAGE;
import static dev.baton.survey.command.CommandBench.authorizer;
import static dev.baton.survey.command.CommandBench.form;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.handoffs.SurveyHandoffsHandler;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.survey.list.SurveyListHandler;
import dev.baton.survey.release.SurveyReleaseHandler;
import dev.baton.survey.responses.SurveyResponsesHandler;
import dev.baton.survey.show.SurveyShowHandler;
import dev.baton.survey.signal.SurveySignalHandler;
import dev.baton.survey.status.SurveyStatusHandler;
import dev.baton.survey.timers.SurveyTimersHandler;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What holds for all nine commands, tried by somebody who means harm. */
@ExtendWith(DynamoDbLocal.class)
class EveryCommandIT {
  private final CommandBench bench;

  EveryCommandIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  /**
   * A command with an input that is right but for its page and, where it has one, its participant.
   */
  enum Tried {
    IMPORT(SurveyImportHandler::new, "'shortcode':'X','form':{'fields':[]}"),
    LIST(SurveyListHandler::new, ""),
    SHOW(SurveyShowHandler::new, "'shortcode':'READ01'"),
    STATUS(SurveyStatusHandler::new, "'user_id':'1'"),
    RESPONSES(SurveyResponsesHandler::new, "'shortcode':'READ01'"),
    HANDOFFS(SurveyHandoffsHandler::new, "'user_id':'1'"),
    SIGNAL(SurveySignalHandler::new, "'user_id':'1','event':{'type':'a'}"),
    RELEASE(SurveyReleaseHandler::new, "'user_id':'1','action':'block','reason':'r'"),
    TIMERS(SurveyTimersHandler::new, "'action':'list'");

    private final Function<CommandWiring, CommandFunction> handler;
    private final String rest;

    Tried(Function<CommandWiring, CommandFunction> handler, String rest) {
      this.handler = handler;
      this.rest = rest;
    }

    CommandFunction handler(CommandWiring wiring) {
      return handler.apply(wiring);
    }

    String command() {
      return "survey-" + name().toLowerCase(Locale.ROOT);
    }

    String input(String pageId) {
      String members = "'page_id':'" + pageId + "'" + (rest.isEmpty() ? "" : "," + rest);
      return ("{" + members + "}").replace('\'', '"');
    }
  }

  @BeforeEach
  void adaHasThePage() {
    bench.call(
        new SurveyImportHandler(bench.wiring()), ADA, form("READ01", "Reading").build().write());
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void withoutAKeyNothingIsSaid(Tried tried) {
    Answer bad = call(tried, JsonObject.EMPTY, "{\"nonsense\"");
    Answer good = call(tried, JsonObject.EMPTY, tried.input(PAGE));

    assertThat(good.status()).isEqualTo(401);
    assertThat(good.code()).isEqualTo("UNAUTHORIZED");
    assertThat(bad.withoutTimes()).isEqualTo(good.withoutTimes());
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void aRevokedKeyIsAnInvalidToken(Tried tried) {
    JsonObject refused = JsonObject.builder().put("refusal", "INVALID_TOKEN").build();

    assertThat(call(tried, refused, tried.input(PAGE)).code()).isEqualTo("INVALID_TOKEN");
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void aKeyForOtherCommandsIsForbidden(Tried tried) {
    Answer other = call(tried, authorizer(ADA, "chat-* survey-nothing"), tried.input(PAGE));
    Answer own = call(tried, authorizer(ADA, tried.command()), tried.input(PAGE));

    assertThat(other.status()).isEqualTo(403);
    assertThat(other.code()).isEqualTo("FORBIDDEN");
    assertThat(own.status()).isNotEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(
      value = Tried.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"IMPORT"})
  void aStrangersPageIsAnsweredLikeAMissingOne(Tried tried) {
    Answer foreign = call(tried, authorizer(EVE, "*"), tried.input(PAGE));
    Answer missing = call(tried, authorizer(EVE, "*"), tried.input("998877665544332"));

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.code()).isEqualTo("PAGE_NOT_FOUND");
    assertThat(foreign.withoutTimes().replace(PAGE, "998877665544332"))
        .isEqualTo(missing.withoutTimes());
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void anUnknownFieldIsRefusedWithTheNearestName(Tried tried) {
    Answer answer = call(tried, authorizer(ADA, "*"), "{\"pageId\":\"1\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("Unknown field 'pageId', did you mean 'page_id'?");
  }

  @ParameterizedTest
  @EnumSource(
      value = Tried.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LIST"})
  void everythingMissingIsSaidAtOnce(Tried tried) {
    Answer answer = call(tried, authorizer(ADA, "*"), "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.text()).contains("Missing field: page_id.");
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void twoMegabytesAreTooMuch(Tried tried) {
    Answer answer =
        call(tried, authorizer(ADA, "*"), "{\"page_id\":\"" + "x".repeat(2_000_000) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void twoHundredLevelsAreAParseError(Tried tried) {
    String deep = "{\"page_id\":" + "[".repeat(200) + "]".repeat(200) + "}";

    assertThat(call(tried, authorizer(ADA, "*"), deep).code()).isEqualTo("PARSE_ERROR");
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void invalidUtf8IsAParseError(Tried tried) {
    byte[] body = tried.input(PAGE).getBytes(UTF_8);
    byte[] broken = Arrays.copyOf(body, body.length + 1);
    broken[body.length] = (byte) 0xFF;

    Answer answer = bench.call(handler(tried), authorizer(ADA, "*"), broken);

    assertThat(answer.code()).isEqualTo("PARSE_ERROR");
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void idsThatLookLikeKeysOfTheTableFindNothing(Tried tried) {
    Answer answer =
        call(tried, authorizer(EVE, "*"), tried.input("112233445566778#page#%23{}[]$.*é😀"));

    assertThat(answer.status()).isIn(404, 422);
  }

  @ParameterizedTest
  @EnumSource(Tried.class)
  void noAnswerTellsOfTheInside(Tried tried) {
    for (String body : new String[] {"", "[]", "{", "7", tried.input(PAGE), tried.input("x")}) {
      Answer answer = call(tried, authorizer(ADA, "*"), body);

      assertThat(answer.status()).as(answer.text()).isLessThan(500);
      assertThat(answer.text())
          .doesNotContain("dev.baton")
          .doesNotContain("java.")
          .doesNotContain("Exception")
          .doesNotContain("Surveys-");
      assertThat(answer.headers().text("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  private CommandFunction handler(Tried tried) {
    return tried.handler(bench.wiring());
  }

  private Answer call(Tried tried, JsonObject authorizer, String body) {
    return bench.call(handler(tried), authorizer, body.getBytes(UTF_8));
  }
}
