package dev.baton.survey.store;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.survey.core.machine.PageSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pages and their owners. A page belongs to whoever claims it first, for good. The list of an
 * owner's pages is written after the page itself and repaired by every claim.
 */
public final class DynamoPageStore {
  private static final String PAGE = "page";
  private static final String PREFIX = "page#";
  private static final String OWNER = "owner";
  private static final String DEFAULT_FORM = "default_form";
  private static final String RESET_SHORTCODE = "reset_shortcode";
  private static final String ECHO_TAG = "echo_tag";
  private static final String MANUAL_TIMERS = "manual_timers";

  private final SurveysTable table;

  /** A store. */
  public DynamoPageStore(SurveysTable table) {
    this.table = table;
  }

  /** The page, or null when nobody has claimed it. */
  public @Nullable PageRow find(String pageId) {
    Attributes item = table.get(SurveyKeys.page(pageId), PAGE);
    return item == null ? null : read(pageId, item);
  }

  /**
   * The page as its owner has it after the claim; the owner is another one when the page was taken.
   */
  public PageRow claim(String pageId, String owner) {
    PageRow claimed = new PageRow(pageId, owner, PageSettings.DEFAULT);
    PageRow page =
        table.putIfAbsent(item(claimed)) ? claimed : Objects.requireNonNull(find(pageId));
    if (page.owner().equals(owner)) {
      table.put(ItemWriter.of(SurveyKeys.owner(owner), PREFIX + SurveyKeys.escape(pageId)));
    }
    return page;
  }

  /** Replaces the settings of a page that its owner has claimed. */
  public void save(PageRow page) {
    table.put(item(page));
  }

  /** The ids of all pages of an owner. */
  public List<String> pagesOf(String owner) {
    return table.all(table.beginningWith(SurveyKeys.owner(owner), PREFIX).build()).stream()
        .map(row -> SurveyKeys.unescape(row.requiredText(Columns.SK).substring(PREFIX.length())))
        .toList();
  }

  private static ItemWriter item(PageRow page) {
    PageSettings settings = page.settings();
    return ItemWriter.of(SurveyKeys.page(page.pageId()), PAGE)
        .put(OWNER, page.owner())
        .put(DEFAULT_FORM, settings.defaultForm())
        .put(RESET_SHORTCODE, settings.resetShortcode())
        .put(ECHO_TAG, settings.echoTag())
        .put(MANUAL_TIMERS, settings.manualTimers());
  }

  private static PageRow read(String pageId, Attributes item) {
    PageSettings settings =
        new PageSettings(
            item.text(DEFAULT_FORM),
            item.text(RESET_SHORTCODE),
            item.truth(ECHO_TAG, true),
            item.truth(MANUAL_TIMERS, false));
    return new PageRow(pageId, item.requiredText(OWNER), settings);
  }
}
