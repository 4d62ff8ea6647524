package dev.baton.gateway.core.catalogue;

import dev.baton.core.access.Scopes;
import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.text.NearestName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Some or all commands, sorted by name.
 *
 * @param entries the commands
 */
public record Catalogue(List<CatalogueEntry> entries) {
  private static final int MOST_SUGGESTED = 3;

  /** A catalogue of a sorted copy of the entries. */
  public Catalogue {
    entries = entries.stream().sorted(Comparator.comparing(CatalogueEntry::name)).toList();
  }

  /** The catalogue that the generated resource holds: items, alone or as {@code commands}. */
  public static Catalogue of(Json resource) {
    List<Json> items =
        resource instanceof JsonObject object
            ? object.array("commands")
            : resource instanceof JsonArray(List<Json> elements) ? elements : List.of();
    List<CatalogueEntry> entries = new ArrayList<>();
    for (Json item : items) {
      if (item instanceof JsonObject object) {
        entries.add(new CatalogueEntry(object));
      }
    }
    return new Catalogue(entries);
  }

  /** The commands that scopes cover. */
  public Catalogue coveredBy(Scopes scopes) {
    return those(entry -> scopes.cover(entry.name()));
  }

  /** The commands on a surface. */
  public Catalogue on(Surface surface) {
    return those(entry -> entry.on(surface));
  }

  /** The commands for which something holds. */
  public Catalogue those(Predicate<CatalogueEntry> holds) {
    return new Catalogue(entries.stream().filter(holds).toList());
  }

  /** The command of that name, or null. */
  public @Nullable CatalogueEntry find(String name) {
    for (CatalogueEntry entry : entries) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  /** The names that somebody probably meant, best first, at most three. */
  public List<String> nearest(String name) {
    List<String> left = new ArrayList<>(entries.stream().map(CatalogueEntry::name).toList());
    List<String> found = new ArrayList<>();
    String next = NearestName.of(name, left);
    while (next != null && found.size() < MOST_SUGGESTED) {
      found.add(next);
      left.remove(next);
      next = NearestName.of(name, left);
    }
    return List.copyOf(found);
  }

  /** All items as they are written. */
  public JsonArray items() {
    return new JsonArray(entries.stream().<Json>map(CatalogueEntry::item).toList());
  }
}
