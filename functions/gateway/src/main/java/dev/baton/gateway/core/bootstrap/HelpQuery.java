package dev.baton.gateway.core.bootstrap;

import dev.baton.core.json.JsonText;
import dev.baton.gateway.core.catalogue.CatalogueEntry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which commands help is asked about.
 *
 * @param filter a part of a name, category or tag; null for any
 * @param full whether the answer says more than the name and what the command does
 * @param tags tags that all have to be there
 * @param excludeTags tags of which none may be there
 * @param handoffCapabilities the protocols that the caller can speak; null when it does not say
 */
public record HelpQuery(
    @Nullable String filter,
    boolean full,
    List<String> tags,
    List<String> excludeTags,
    @Nullable List<String> handoffCapabilities) {

  boolean finds(CatalogueEntry entry) {
    return matches(entry)
        && entry.tags().containsAll(tags)
        && entry.tags().stream().noneMatch(excludeTags::contains)
        && speaks(entry);
  }

  private boolean matches(CatalogueEntry entry) {
    if (filter == null) {
      return true;
    }
    String part = filter.toLowerCase(Locale.ROOT);
    return entry.name().contains(part)
        || entry.category().contains(part)
        || entry.tags().stream().anyMatch(tag -> tag.contains(part));
  }

  /** A handoff is found by its protocol and the others it offers, which follow it in the tags. */
  private boolean speaks(CatalogueEntry entry) {
    return handoffCapabilities == null
        || !entry.handoff()
        || (entry.item().get("handoffProtocol") instanceof JsonText(String protocol)
            && handoffCapabilities.contains(protocol))
        || handoffCapabilities.stream().anyMatch(word -> entry.tags().contains("handoff:" + word));
  }
}
