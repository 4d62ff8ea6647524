package dev.baton.gateway.core.catalogue;

import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One command in the catalogue.
 *
 * @param item as it is written there; source: command specification, section 2.4
 */
public record CatalogueEntry(JsonObject item) {
  private static final String BOOTSTRAP = "bootstrap";

  /** The command's name. */
  public String name() {
    return text("name");
  }

  /** Its category. */
  public String category() {
    return text("category");
  }

  /** What it does, one sentence. */
  public String description() {
    return text("description");
  }

  /** Its tags. */
  public List<String> tags() {
    return texts("tags");
  }

  /** The commands that must come before. */
  public List<String> requires() {
    return texts("requires");
  }

  /** Whether it changes anything of a caller. */
  public boolean mutation() {
    return is("mutation");
  }

  /** Whether it hands off to a protocol. */
  public boolean handoff() {
    return is("handoff");
  }

  /** Whether a truth value of the item is there and true. */
  public boolean is(String name) {
    return Json.of(true).equals(item.get(name));
  }

  /** Whether it is listed and callable on that surface. */
  public boolean on(Surface surface) {
    JsonObject expose = item.object("expose");
    return expose != null
        && Json.of(true).equals(expose.get(surface.name().toLowerCase(Locale.ROOT)));
  }

  /** Whether it runs other commands. */
  public boolean runsOthers() {
    return category().equals(BOOTSTRAP) && mutation();
  }

  /** A schema of the item, {@code inputSchema} or {@code outputSchema}. */
  public JsonObject schema(String name) {
    JsonObject schema = item.object(name);
    return schema == null ? JsonObject.builder().put("type", "object").build() : schema;
  }

  /** The input of its first example. */
  public JsonObject exampleInput() {
    for (Json example : item.array("examples")) {
      JsonObject input = example instanceof JsonObject object ? object.object("input") : null;
      if (input != null) {
        return input;
      }
    }
    return JsonObject.EMPTY;
  }

  /** Appends those of the named members that the item has. */
  void copy(JsonObject.Builder target, String... names) {
    for (String name : names) {
      Json value = item.get(name);
      if (value != null && !value.equals(JsonArray.EMPTY)) {
        target.put(name, value);
      }
    }
  }

  /** The text of a member, empty when it has none. */
  public String text(String name) {
    String text = item.text(name);
    return text == null ? "" : text;
  }

  /** The text of a member, or null. */
  public @Nullable String textOrNull(String name) {
    return item.text(name);
  }

  private List<String> texts(String name) {
    return item.array(name).stream()
        .flatMap(each -> each instanceof JsonText(String text) ? List.of(text).stream() : null)
        .toList();
  }
}
