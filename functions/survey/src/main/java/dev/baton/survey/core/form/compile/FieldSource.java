package dev.baton.survey.core.form.compile;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Location;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form as its author wrote it, with groups opened and endings appended.
 *
 * @param position its place among the fields, from 1
 * @param pointer JSON pointer to it in the form
 * @param ref its stable name
 * @param type its type in the form, before a description replaces it
 * @param json the whole field
 */
public record FieldSource(int position, String pointer, String ref, String type, JsonObject json) {

  /** The title, empty when it has none. */
  public String title() {
    String title = json.text("title");
    return title == null ? "" : title;
  }

  /** The properties, empty when it has none. */
  public JsonObject properties() {
    JsonObject properties = json.object("properties");
    return properties == null ? JsonObject.EMPTY : properties;
  }

  /** The text of the description, or null when there is none. */
  public @Nullable String description() {
    return properties().text("description");
  }

  /** Where the field stands in the form. */
  public Location location() {
    return Location.inForm(pointer, ref);
  }

  /** Where its title stands. */
  public Location titleLocation() {
    return location().member("title");
  }

  /** Where its description stands; what is inside the text has no pointer of its own. */
  public Location descriptionLocation() {
    return Location.inDescription(pointer + "/properties/description", ref);
  }
}
