package dev.baton.survey.list;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.store.FormRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A form of a page with all its versions.
 *
 * @param pageId the page
 * @param shortcode the form
 * @param versions its versions, newest first; at least one
 */
record ListedForm(String pageId, String shortcode, List<FormRow> versions)
    implements Comparable<ListedForm> {
  private static final int MOST_VERSIONS = 20;
  private static final Comparator<ListedForm> ORDER =
      Comparator.comparing(ListedForm::pageId).thenComparing(ListedForm::shortcode);

  @Override
  public int compareTo(ListedForm other) {
    return ORDER.compare(this, other);
  }

  /** The form for its author; of many versions the newest twenty. */
  JsonObject toJson(PageCounts counts) {
    List<Json> newest = new ArrayList<>();
    versions.stream().limit(MOST_VERSIONS).forEach(row -> newest.add(version(row)));
    JsonObject.Builder json =
        JsonObject.builder()
            .put("page_id", pageId)
            .put("shortcode", shortcode)
            .put("title", versions.getFirst().title())
            .put("version", versions.getFirst().version())
            .put("versions", new JsonArray(newest))
            .put("counts", counts.states(shortcode));
    Long oldest = counts.oldestWait(shortcode);
    return oldest == null ? json.build() : json.put("oldest_wait", oldest).build();
  }

  private static JsonObject version(FormRow row) {
    return JsonObject.builder()
        .put("version", row.version())
        .put("imported_at", row.importedAt())
        .build();
  }
}
