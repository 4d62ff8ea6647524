package dev.baton.survey.responses;

import dev.baton.core.access.Caller;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.survey.command.Gathering;
import dev.baton.survey.command.OwnedPages;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.store.DynamoAnswerStore;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.Page;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.survey.store.StoredAnswerRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads answers of a form, of a participant, or of a participant in a form. */
final class SurveyResponses implements Command<SurveyResponsesInput> {
  private final OwnedPages pages;
  private final DynamoFormStore forms;
  private final DynamoParticipantStore participants;
  private final DynamoAnswerStore answers;

  SurveyResponses(
      OwnedPages pages,
      DynamoFormStore forms,
      DynamoParticipantStore participants,
      DynamoAnswerStore answers) {
    this.pages = pages;
    this.forms = forms;
    this.participants = participants;
    this.answers = answers;
  }

  @Override
  public CommandResult execute(SurveyResponsesInput input, Caller caller) {
    CommandResult refusal = refusal(input, caller);
    return refusal == null ? answer(input) : refusal;
  }

  private @Nullable CommandResult refusal(SurveyResponsesInput input, Caller caller) {
    String shortcode = input.shortcode();
    String userId = input.userId();
    if (shortcode == null && userId == null) {
      return InvalidInput.because(
          SurveyResponsesInput.DEFINITION,
          "shortcode",
          "shortcode or user_id is required",
          "missing");
    }
    if (pages.find(input.pageId(), caller) == null) {
      return SurveyErrors.noPage(input.pageId());
    }
    if (shortcode != null && forms.newest(input.pageId(), shortcode) == null) {
      return SurveyErrors.noForm(shortcode);
    }
    if (userId != null && participants.glance(new ParticipantKey(input.pageId(), userId)) == null) {
      return SurveyErrors.noParticipant(userId);
    }
    return input.listing().broken() ? SurveyErrors.badCursor() : null;
  }

  private CommandResult answer(SurveyResponsesInput input) {
    Page<StoredAnswerRow> page =
        Gathering.rows(
            input.listing(), source(input), row -> isAskedFor(row, input), ResponseRow::json);
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
