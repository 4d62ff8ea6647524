package dev.baton.core.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A JSON array.
 *
 * @param elements the elements in order
 */
public record JsonArray(List<Json> elements) implements Json {

  /** The array without elements. */
  public static final JsonArray EMPTY = new JsonArray(List.of());

  /** An array over a copy of the elements. */
  public JsonArray {
    elements = List.copyOf(elements);
  }

  /** The elements as an array. */
  public static JsonArray of(Json... elements) {
    return new JsonArray(List.of(elements));
  }

  /** The texts as an array. */
  public static JsonArray ofTexts(Iterable<String> texts) {
    ArrayList<Json> elements = new ArrayList<>();
    texts.forEach(text -> elements.add(new JsonText(text)));
    return new JsonArray(elements);
  }
}
