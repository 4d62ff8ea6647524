package dev.baton.survey.list;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.dynamo.Cursor;
import dev.baton.survey.command.Gathering;
import dev.baton.survey.command.Listing;
import dev.baton.survey.command.OwnedPages;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoParticipantIndex;
import dev.baton.survey.store.FormRow;
import dev.baton.survey.store.PageRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads forms by page and shortcode. Counts come from an index that may lag by a moment. */
final class SurveyList implements Command<SurveyListInput> {
  private static final int MOST_COUNTED = 100_000;

  private final OwnedPages pages;
  private final DynamoFormStore forms;
  private final DynamoParticipantIndex participants;

  SurveyList(OwnedPages pages, DynamoFormStore forms, DynamoParticipantIndex participants) {
    this.pages = pages;
    this.forms = forms;
    this.participants = participants;
  }

  @Override
  public CommandResult execute(SurveyListInput input, Call call) {
    String pageId = input.pageId();
    if (pageId != null && pages.find(pageId, call.caller()) == null) {
      return SurveyErrors.noPage(pageId);
    }
    if (input.listing().broken()) {
      return SurveyErrors.badCursor();
    }
    List<String> asked =
        pageId == null
            ? pages.of(call.caller()).stream().map(PageRow::pageId).toList()
            : List.of(pageId);
    return answer(input.listing(), asked);
  }

  private CommandResult answer(Listing listing, List<String> pageIds) {
    List<ListedForm> rest =
        pageIds.stream()
            .flatMap(pageId -> formsOf(pageId).stream())
            .filter(form -> isBehind(form, listing))
            .sorted()
            .toList();
    List<ListedForm> shown = rest.stream().limit(listing.limit()).toList();
    JsonObject.Builder data = JsonObject.builder();
    boolean complete = putForms(shown, data);
    data.put("counts_complete", complete);
    boolean more = rest.size() > shown.size();
    ListedForm last = shown.isEmpty() ? null : shown.getLast();
    Cursor next =
        more && last != null ? new Cursor(List.of(last.pageId(), last.shortcode())) : null;
    return Succeeded.with(listing.putNext(data, next).build(), shown.size() + " forms.");
  }

  private boolean putForms(List<ListedForm> shown, JsonObject.Builder data) {
    Map<String, PageCounts> counts = new HashMap<>();
    boolean complete = true;
    List<Json> views = new ArrayList<>();
    for (ListedForm form : shown) {
      PageCounts known = counts.get(form.pageId());
      if (known == null) {
        known = new PageCounts();
        counts.put(form.pageId(), known);
        complete &= count(form.pageId(), known);
      }
      views.add(form.toJson(known));
    }
    data.put("forms", new JsonArray(views));
    return complete;
  }

  private boolean count(String pageId, PageCounts counts) {
    return Gathering.all(
        MOST_COUNTED, (limit, from) -> participants.ofPage(pageId, limit, from), counts::add);
  }

  private List<ListedForm> formsOf(String pageId) {
    Map<String, List<FormRow>> byShortcode = new TreeMap<>();
    for (FormRow row : forms.all(pageId)) {
      byShortcode.computeIfAbsent(row.shortcode(), form -> new ArrayList<>()).add(row);
    }
    List<ListedForm> listed = new ArrayList<>();
    byShortcode.forEach((shortcode, versions) -> {
      versions.sort(Comparator.comparingInt(FormRow::version).reversed());
      listed.add(new ListedForm(pageId, shortcode, List.copyOf(versions)));
    });
    return listed;
  }

  private static boolean isBehind(ListedForm form, Listing listing) {
    Cursor from = listing.from();
    if (from == null || from.position().size() != 2) {
      return true;
    }
    int page = form.pageId().compareTo(from.position().get(0));
    return page > 0 || (page == 0 && form.shortcode().compareTo(from.position().get(1)) > 0);
  }
}
