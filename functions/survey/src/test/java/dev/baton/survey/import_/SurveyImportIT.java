package dev.baton.survey.import_;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.EVE;
import static dev.baton.survey.command.CommandBench.PAGE;
import static dev.baton.survey.command.CommandBench.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonCanonical;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.list.SurveyListHandler;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class SurveyImportIT {
  private final CommandBench bench;
  private final SurveyImportHandler handler;
  private final DynamoFormStore forms;
  private final DynamoPageStore pages;

  SurveyImportIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
    this.handler = new SurveyImportHandler(bench.wiring());
    this.forms = new DynamoFormStore(bench.wiring().survey().table());
    this.pages = new DynamoPageStore(bench.wiring().survey().table());
  }

  @Test
  void firstImportIsVersionOneAndItsLinkOpensIt() {
    Answer answer = send(form("READ01", "Reading"));

    assertThat(answer.number("version")).isEqualTo(1);
    assertThat(answer.number("fields")).isEqualTo(2);
    assertThat(answer.objects("findings")).isEmpty();
    assertThat(answer.data().text("link"))
        .isEqualTo("https://m.me/112233445566778?ref=form.READ01");
  }

  @Test
  void sameContentIsTheSameVersion() {
    send(form("READ01", "Reading"));
    JsonObject sorted = (JsonObject) JsonCanonical.sorted(form("READ01", "Reading").build());

    assertThat(send(form("READ01", "Reading")).number("version")).isEqualTo(1);
    assertThat(bench.call(handler, ADA, sorted.write()).number("version")).isEqualTo(1);
  }

  @Test
  void aFormAsTextIsTheSameForm() {
    JsonObject object = form("READ01", "Reading").build();
    send(form("READ01", "Reading"));
    String text = write(object, "form");

    Answer answer =
        send(
            JsonObject.builder()
                .put("page_id", PAGE)
                .put("shortcode", "READ01")
                .put("form", " " + text + "\r\n"));

    assertThat(answer.number("version")).isEqualTo(1);
  }

  @Test
  void otherContentIsTheNextVersionAndGoingBackIsOneMore() {
    send(form("READ01", "Reading"));

    assertThat(send(form("READ01", "Reading better")).number("version")).isEqualTo(2);
    assertThat(send(form("READ01", "Reading")).number("version")).isEqualTo(3);
  }

  @Test
  void everyFindingOfABadFormIsReportedAndNothingIsWritten() {
    JsonObject bad =
        JsonObject.builder()
            .put("title", "Bad")
            .put(
                "fields",
                JsonArray.of(
                    field("a", "short_text", "A"),
                    field("a", "short_text", "B"),
                    field("c", "ranking", "C")))
            .build();

    Answer answer = send(form("BAD", "x"), bad);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("FORM_INVALID");
    assertThat(answer.text()).contains("duplicate-ref").contains("unsupported-type");
    assertThat(pages.find(PAGE)).isNull();
    assertThat(forms.all(PAGE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "{"                     | 422 | FORM_INVALID
          "no json"               | 422 | FORM_INVALID
          ""                      | 422 | FORM_INVALID
          "[]"                    | 422 | FORM_INVALID
          {}                      | 422 | FORM_INVALID
          {"fields":[]}           | 422 | FORM_INVALID
          {"fields":{"a":7}}      | 422 | FORM_INVALID
          {"fields":[7,null,[]]}  | 422 | FORM_INVALID
          {"fields":[{}]}         | 422 | FORM_INVALID
          []                      | 400 | VALIDATION_ERROR
          7                       | 400 | VALIDATION_ERROR
          null                    | 400 | VALIDATION_ERROR
          """)
  void whatIsNoFormIsRefused(String form, int status, String code) {
    Answer answer =
        bench.call(handler, ADA, "{\"page_id\":\"1\",\"shortcode\":\"A\",\"form\":" + form + "}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void anEndlessTitleIsCutForLists() {
    Answer answer = send(form("READ01", "\uD83D\uDE00".repeat(200_000)));

    assertThat(answer.data().text("title")).isEqualTo("\uD83D\uDE00".repeat(300));
  }

  @Test
  void checkingWritesNothing() {
    Answer answer = send(form("READ01", "Reading").put("check_only", true));

    assertThat(answer.data().has("version")).isFalse();
    assertThat(answer.number("fields")).isEqualTo(2);
    assertThat(pages.find(PAGE)).isNull();
  }

  @Test
  void strictRefusesWarnings() {
    JsonObject odd =
        JsonObject.builder()
            .put("fields", JsonArray.of(field("a", "short_text", "Hello {{hidden:nowhere}}")))
            .build();

    assertThat(send(form("ODD", "x"), odd).objects("findings")).isNotEmpty();
    assertThat(send(form("ODD", "x").put("strict", true), odd).code()).isEqualTo("FORM_INVALID");
  }

  @Test
  void badOptionsAreNamedWithTheirPath() {
    Answer answer =
        send(
            form("READ01", "Reading")
                .put(
                    "options",
                    JsonObject.builder().put("timezone", "Atlantis").put("colour", 1).build()));

    assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.text()).contains("options.timezone").contains("options.colour");
  }

  @Test
  void settingsThatAreLeftOutStayAsTheyAre() {
    send(form("READ01", "Reading").put("page_settings", settings("READ01")));
    send(
        form("READ01", "Reading")
            .put("page_settings", JsonObject.builder().put("timers", "manual").build()));

    assertThat(pages.find(PAGE))
        .isNotNull()
        .satisfies(page -> assertThat(page.settings().defaultForm()).isEqualTo("READ01"))
        .satisfies(page -> assertThat(page.settings().manualTimers()).isTrue());
  }

  @Test
  void anEmptyTextSwitchesASettingOff() {
    send(form("READ01", "Reading").put("page_settings", settings("READ01")));
    send(form("READ01", "Reading").put("page_settings", settings("")));

    assertThat(pages.find(PAGE))
        .isNotNull()
        .satisfies(page -> assertThat(page.settings().defaultForm()).isNull());
  }

  @Test
  void aDefaultFormThatThePageDoesNotHaveIsRefused() {
    Answer answer = send(form("READ01", "Reading").put("page_settings", settings("OTHER")));

    assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.text()).contains("page_settings.default_form");
  }

  @Test
  void aStrangersPageIsAMissingPage() {
    send(form("READ01", "Reading"));

    Answer answer = bench.call(handler, EVE, form("EVIL", "x").build().write());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("PAGE_NOT_FOUND");
    assertThat(forms.newest(PAGE, "EVIL")).isNull();
  }

  @Test
  void ofTwentyOwnersThatClaimAPageOneGetsIt() throws Exception {
    List<Answer> answers =
        together(
            20,
            number ->
                bench.call(handler, "owner" + number, form("F" + number, "x").build().write()));

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 404)).hasSize(19);
    assertThat(forms.all(PAGE)).hasSize(1);
    assertThat(pages.pagesOf(owner())).containsExactly(PAGE);
  }

  @Test
  void importsAtTheSameTimeGetVersionsOfTheirOwn() throws Exception {
    List<Answer> answers = together(10, number -> send(form("READ01", "Title " + number)));

    assertThat(answers.stream().map(answer -> answer.number("version")))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
  }

  @Test
  void theSameImportAtTheSameTimeIsOneVersion() throws Exception {
    List<Answer> answers = together(10, number -> send(form("READ01", "Reading")));

    assertThat(answers.stream().map(answer -> answer.number("version"))).containsOnly(1);
    assertThat(forms.all(PAGE)).hasSize(1);
  }

  @Test
  void aFormOfAMegabyteIsImportedAndReadAgain() {
    List<JsonObject> fields = new ArrayList<>();
    for (int number = 0; number < 600; number++) {
      fields.add(field("q" + number, "short_text", ("Question " + number + " ").repeat(120)));
    }
    JsonObject large =
        JsonObject.builder().put("fields", new JsonArray(List.copyOf(fields))).build();

    assertThat(large.write().length()).isBetween(900_000, 1_048_576);
    assertThat(send(form("LARGE", "x"), large).number("fields")).isEqualTo(600);
    assertThat(bench.call(new SurveyListHandler(bench.wiring()), ADA, "{}").objects("forms"))
        .hasSize(1);
  }

  private String owner() {
    var page = pages.find(PAGE);
    return page == null ? "" : page.owner();
  }

  private static JsonObject settings(String defaultForm) {
    return JsonObject.builder().put("default_form", defaultForm).build();
  }

  private static JsonObject field(String ref, String type, String title) {
    return JsonObject.builder().put("ref", ref).put("type", type).put("title", title).build();
  }

  private static String write(JsonObject object, String name) {
    JsonObject inner = object.object(name);
    return inner == null ? "" : inner.write();
  }

  private Answer send(JsonObject.Builder input) {
    return bench.call(handler, ADA, input.build().write());
  }

  private Answer send(JsonObject.Builder input, JsonObject form) {
    JsonObject.Builder other = JsonObject.builder();
    input.build().members().stream()
        .filter(member -> !member.name().equals("form"))
        .forEach(member -> other.put(member.name(), member.value()));
    return send(other.put("form", form));
  }

  private interface Numbered {
    Answer call(int number);
  }

  private static List<Answer> together(int callers, Numbered call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int number = 0; number < callers; number++) {
        int own = number;
        calls.add(() -> call.call(own));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
