package dev.baton.survey.responses;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.survey.command.Gathering;
import dev.baton.survey.command.RowChecks;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.store.DynamoAnswerStore;
import dev.baton.survey.store.Page;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.survey.store.StoredAnswerRow;
import java.util.ArrayList;
import java.util.List;

/** Reads answers of a form, of a participant, or of a participant in a form. */
final class SurveyResponses implements Command<SurveyResponsesInput> {
  private final RowChecks checks;
  private final DynamoAnswerStore answers;

  SurveyResponses(RowChecks checks, DynamoAnswerStore answers) {
    this.checks = checks;
    this.answers = answers;
  }

  @Override
  public CommandResult execute(SurveyResponsesInput input, Call call) {
    RowChecks.Scope scope = new RowChecks.Scope(input.pageId(), input.shortcode(), input.userId());
    if (scope.isWholePage()) {
      return InvalidInput.because(
          SurveyResponsesDefinition.DEFINITION,
          "shortcode",
          "shortcode or user_id is required",
          "missing");
    }
    CommandResult refusal = checks.refusal(scope, input.listing(), call.caller());
    return refusal == null ? answer(input) : refusal;
  }

  private CommandResult answer(SurveyResponsesInput input) {
    Page<StoredAnswerRow> page =
        Gathering.rows(
            input.listing(), source(input), row -> isAskedFor(row, input), ResponseRow::json);
    if (page == null) {
      return SurveyErrors.badCursor();
    }
    JsonObject.Builder data = JsonObject.builder();
    if (input.csv()) {
      data.put("format", "csv").put("csv", csv(page.rows(), input.listing().isFirst()));
    } else {
      data.put("format", "json").put("rows", json(page.rows()));
    }
    data.put("count", page.rows().size());
    return Succeeded.with(
        input.listing().putNext(data, page.next()).build(), page.rows().size() + " answers.");
  }

  private Gathering.Source<StoredAnswerRow> source(SurveyResponsesInput input) {
    String userId = input.userId();
    String shortcode = input.shortcode();
    if (userId != null) {
      ParticipantKey key = new ParticipantKey(input.pageId(), userId);
      return (limit, from) -> answers.ofParticipant(key, input.since(), limit, from);
    }
    String form = shortcode == null ? "" : shortcode;
    return (limit, from) -> answers.ofForm(input.pageId(), form, input.since(), limit, from);
  }

  private static boolean isAskedFor(StoredAnswerRow row, SurveyResponsesInput input) {
    String shortcode = input.shortcode();
    return row.answer().accepted() == input.accepted()
        && (shortcode == null || shortcode.equals(row.answer().shortcode()));
  }

  private static JsonArray json(List<StoredAnswerRow> rows) {
    List<Json> objects = new ArrayList<>();
    rows.forEach(row -> objects.add(ResponseRow.json(row)));
    return new JsonArray(objects);
  }

  // The header stands on the first page only, so that the pages of a list joined are one file.
  private static String csv(List<StoredAnswerRow> rows, boolean first) {
    StringBuilder csv = new StringBuilder(first ? CsvText.line(ResponseRow.COLUMNS) : "");
    rows.forEach(row -> csv.append(CsvText.line(ResponseRow.cells(row))));
    return csv.toString();
  }
}
