package dev.baton.survey.handoffs;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.survey.command.Gathering;
import dev.baton.survey.command.RowChecks;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.store.DynamoHandoffStore;
import dev.baton.survey.store.Page;
import dev.baton.survey.store.ParticipantKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads handoff records of a page or a participant; the first page comes with the summary of all
 * that match.
 */
final class SurveyHandoffs implements Command<SurveyHandoffsInput> {
  private static final int MOST_SUMMED_UP = 20_000;

  private final RowChecks checks;
  private final DynamoHandoffStore handoffs;

  SurveyHandoffs(RowChecks checks, DynamoHandoffStore handoffs) {
    this.checks = checks;
    this.handoffs = handoffs;
  }

  @Override
  public CommandResult execute(SurveyHandoffsInput input, Call call) {
    RowChecks.Scope scope = new RowChecks.Scope(input.pageId(), input.shortcode(), input.userId());
    CommandResult refusal = checks.refusal(scope, input.listing(), call.caller());
    return refusal == null ? answer(input) : refusal;
  }

  private CommandResult answer(SurveyHandoffsInput input) {
    Page<JsonObject> page =
        Gathering.rows(
            input.listing(), source(input), record -> isAskedFor(record, input), record -> record);
    if (page == null) {
      return SurveyErrors.badCursor();
    }
    JsonObject.Builder data =
        JsonObject.builder()
            .put("records", new JsonArray(page.rows().stream().map(HandoffView::of).toList()));
    if (input.listing().isFirst()) {
      data.put("summary", summary(input));
    }
    return Succeeded.with(
        input.listing().putNext(data, page.next()).build(), page.rows().size() + " handoffs.");
  }

  private JsonObject summary(SurveyHandoffsInput input) {
    HandoffSummary summary = new HandoffSummary();
    boolean complete =
        Gathering.all(
            MOST_SUMMED_UP,
            source(input),
            record -> {
              if (isAskedFor(record, input)) {
                summary.add(record);
              }
            });
    return summary.toJson(complete);
  }

  private Gathering.Source<JsonObject> source(SurveyHandoffsInput input) {
    String userId = input.userId();
    if (userId == null) {
      return (limit, from) ->
          handoffs.ofPage(input.pageId(), input.since(), input.until(), limit, from);
    }
    ParticipantKey key = new ParticipantKey(input.pageId(), userId);
    return (limit, from) -> handoffs.ofParticipant(key, limit, from);
  }

  private static boolean isAskedFor(JsonObject record, SurveyHandoffsInput input) {
    return isIn(record, input)
        && matches(input.shortcode(), record.text("shortcode"))
        && matches(input.target(), record.text("target_app_id"))
        && matches(input.outcome(), outcome(record));
  }

  private static boolean isIn(JsonObject record, SurveyHandoffsInput input) {
    if (!(record.get("started_at") instanceof JsonNumber(String literal))) {
      return false;
    }
    long startedAt = Long.parseLong(literal);
    return startedAt >= input.since() && startedAt <= input.until();
  }

  private static String outcome(JsonObject record) {
    String outcome = record.text("outcome");
    return outcome == null ? SurveyHandoffsInput.OPEN : outcome;
  }

  private static boolean matches(@Nullable String asked, @Nullable String there) {
    return asked == null || asked.equals(there);
  }
}
