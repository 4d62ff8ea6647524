package dev.baton.survey.core.form;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the JSON of a form for a test: fields in order, each described by the calls that follow
 * it.
 */
public final class FormText {
  private static final JsonReader READER = JsonReader.keepingDuplicates(100);

  private final List<Element> fields = new ArrayList<>();
  private final List<Element> endings = new ArrayList<>();
  private final Map<String, List<Json>> logic = new LinkedHashMap<>();
  private final JsonObject.Builder members = JsonObject.builder().put("title", "A test");
  private Element current = new Element();

  /** One field while it is written. */
  private static final class Element {
    private final JsonObject.Builder members = JsonObject.builder();
    private final JsonObject.Builder properties = JsonObject.builder();

    private Json json() {
      JsonObject.Builder whole = JsonObject.builder();
      members.build().members().forEach(member -> whole.put(member.name(), member.value()));
      return whole.put("properties", properties.build()).build();
    }
  }

  private FormText() {}

  /** An empty form. */
  public static FormText form() {
    return new FormText();
  }

  /** The value of a JSON text. */
  public static Json json(String text) {
    return switch (READER.read(text)) {
      case JsonReading.Readable(Json value) -> value;
      case JsonReading.Unreadable(var cause, String message) ->
          throw new IllegalArgumentException(message + " " + text);
    };
  }

  /** Adds a field, to which the following calls belong. */
  public FormText field(String ref, String type, String title) {
    current = new Element();
    current.members.put("ref", ref).put("type", type).put("title", title);
    fields.add(current);
    return this;
  }

  /** Adds a short text question. */
  public FormText ask(String ref) {
    return field(ref, "short_text", "Tell me " + ref);
  }

  /** Adds a statement. */
  public FormText say(String ref) {
    return field(ref, "statement", "This is " + ref);
  }

  /** Adds a statement with a description. */
  public FormText say(String ref, String description) {
    return say(ref).description(description);
  }

  /** Adds a thank-you screen. */
  public FormText ending(String ref, String title) {
    current = new Element();
    current.members.put("ref", ref).put("type", "thankyou_screen").put("title", title);
    endings.add(current);
    return this;
  }

  /** Sets the description of the field. */
  public FormText description(String text) {
    current.properties.put("description", text);
    return this;
  }

  /** Sets a property of the field, given as JSON. */
  public FormText property(String name, String json) {
    current.properties.put(name, json(json));
    return this;
  }

  /** Sets a member of the field beside its properties, given as JSON. */
  public FormText beside(String name, String json) {
    current.members.put(name, json(json));
    return this;
  }

  /** Sets the choices of the field; the ref of each is {@code <label>-ref}. */
  public FormText choices(String... labels) {
    List<Json> choices = new ArrayList<>();
    for (String label : labels) {
      choices.add(
          JsonObject.builder()
              .put("id", label + "-id")
              .put("ref", label + "-ref")
              .put("label", label)
              .build());
    }
    current.properties.put("choices", new JsonArray(choices));
    return this;
  }

  /** Adds an action to the logic of any field, given as JSON. */
  public FormText action(String ref, String json) {
    logic.computeIfAbsent(ref, unused -> new ArrayList<>()).add(json(json));
    return this;
  }

  /** Adds a jump from one field to another, with a condition given as JSON. */
  public FormText jump(String from, String to, String condition) {
    return action(
        from,
        """
        {"action":"jump","details":{"to":{"type":"field","value":"%s"}},"condition":%s}\
        """
            .formatted(to, condition));
  }

  /** Adds a jump without condition. */
  public FormText jump(String from, String to) {
    return jump(from, to, "{\"op\":\"always\",\"vars\":[]}");
  }

  /** Sets a member of the form, given as JSON. */
  public FormText member(String name, String json) {
    members.put(name, json(json));
    return this;
  }

  /** The form. */
  public JsonObject build() {
    JsonObject.Builder form = JsonObject.builder();
    members.build().members().forEach(member -> form.put(member.name(), member.value()));
    form.put("fields", new JsonArray(fields.stream().map(Element::json).toList()));
    if (!endings.isEmpty()) {
      form.put("thankyou_screens", new JsonArray(endings.stream().map(Element::json).toList()));
    }
    if (!logic.isEmpty()) {
      List<Json> elements = new ArrayList<>();
      logic.forEach((ref, actions) ->
          elements.add(
              JsonObject.builder()
                  .put("type", "field")
                  .put("ref", ref)
                  .put("actions", new JsonArray(actions))
                  .build()));
      form.put("logic", new JsonArray(elements));
    }
    return form.build();
  }
}
