package dev.baton.survey.store;

import dev.baton.shell.dynamo.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Versions of forms. A version never changes; the same source imported again is the same version.
 * The source lies in rows named by its hash, which are written first, so that a version is whole as
 * soon as it is seen.
 */
public final class DynamoFormStore {
  private static final int LONGEST_SHORTCODE = 64;
  private static final String TITLE = "title";
  private static final String HASH = "source_hash";
  private static final String CHUNKS = "chunks";
  private static final String IMPORTED_AT = "imported_at";

  private final SurveysTable table;
  private final FormSources sources;

  /** A store. */
  public DynamoFormStore(SurveysTable table) {
    this.table = table;
    this.sources = new FormSources(table);
  }

  /** Stores a source as the next version, or answers the newest one if that has the same source. */
  public FormRow add(String pageId, String shortcode, String title, String source, long now) {
    FormSources.Packed packed = FormSources.pack(source);
    FormRow newest = newest(pageId, shortcode);
    if (newest != null && newest.hash().equals(packed.hash())) {
      return newest;
    }
    sources.put(pageId, shortcode, packed);
    int version = newest == null ? 1 : newest.version() + 1;
    FormRow row =
        new FormRow(shortcode, version, title, packed.hash(), packed.chunks().size(), now);
    // Somebody else who imports at the same moment takes the number; then this is the next one.
    return table.putIfAbsent(item(pageId, row)) ? row : add(pageId, shortcode, title, source, now);
  }

  /** The newest version, or null when the page has no such form. */
  public @Nullable FormRow newest(String pageId, String shortcode) {
    if (shortcode.length() > LONGEST_SHORTCODE) {
      // A link may name anything, and no key holds a name without end.
      return null;
    }
    QueryRequest newest =
        versions(pageId, SurveyKeys.forms(shortcode)).scanIndexForward(false).limit(1).build();
    return table.client().query(newest).items().stream()
        .map(item -> read(Attributes.of(item)))
        .findFirst()
        .orElse(null);
  }

  /** One version, or null when there is none of that number. */
  public @Nullable FormRow version(String pageId, String shortcode, int version) {
    Attributes item = table.get(SurveyKeys.page(pageId), SurveyKeys.form(shortcode, version));
    return item == null ? null : read(item);
  }

  /** All versions of all forms of a page, by shortcode and number. */
  public List<FormRow> all(String pageId) {
    return table.all(versions(pageId, "form#").build()).stream()
        .map(DynamoFormStore::read)
        .toList();
  }

  /** The source of a version. */
  public String source(String pageId, FormRow row) {
    return sources.get(pageId, row);
  }

  private QueryRequest.Builder versions(String pageId, String prefix) {
    return table.beginningWith(SurveyKeys.page(pageId), prefix);
  }

  private static ItemWriter item(String pageId, FormRow row) {
    return ItemWriter.of(SurveyKeys.page(pageId), SurveyKeys.form(row.shortcode(), row.version()))
        .put(Columns.SHORTCODE, row.shortcode())
        .put(Columns.VERSION, (long) row.version())
        .put(TITLE, row.title())
        .put(HASH, row.hash())
        .put(CHUNKS, (long) row.chunks())
        .put(IMPORTED_AT, row.importedAt());
  }

  private static FormRow read(Attributes item) {
    return new FormRow(
        item.requiredText(Columns.SHORTCODE),
        Math.toIntExact(item.requiredNumber(Columns.VERSION)),
        item.requiredText(TITLE),
        item.requiredText(HASH),
        Math.toIntExact(item.requiredNumber(CHUNKS)),
        item.requiredNumber(IMPORTED_AT));
  }
}
