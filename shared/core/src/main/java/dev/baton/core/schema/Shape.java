package dev.baton.core.schema;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields an object may have; in an input every other one is refused.
 *
 * @param fields the fields in the order in which people read them
 */
public record Shape(List<Field> fields) {

  /** The shape of an object without fields. */
  public static final Shape EMPTY = new Shape(List.of());

  /** A shape over a copy of the fields, whose names differ. */
  public Shape {
    fields = List.copyOf(fields);
    if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
      throw new IllegalArgumentException("Two fields have the same name.");
    }
  }

  /** A shape of these fields. */
  public static Shape of(Field... fields) {
    return new Shape(List.of(fields));
  }

  /** The same fields and then these. */
  public Shape and(Field... more) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(List.of(more));
    return new Shape(all);
  }

  /** The names of all fields, in order. */
  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  /** The field of that name, or null. */
  public @Nullable Field field(String name) {
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /** The object with the fallbacks of what was left out, at every depth that is there. */
  public JsonObject filled(JsonObject object) {
    JsonObject.Builder filled = JsonObject.builder();
    for (JsonObject.Member member : object.members()) {
      filled.put(member.name(), filled(field(member.name()), member.value()));
    }
    for (Field field : fields) {
      Json fallback = field.fallback();
      if (fallback != null && !object.has(field.name())) {
        filled.put(field.name(), fallback);
      }
    }
    return filled.build();
  }

  private static Json filled(@Nullable Field field, Json value) {
    return field != null
            && field.type() instanceof FieldType.Nested(Shape inner)
            && value instanceof JsonObject object
        ? inner.filled(object)
        : value;
  }
}
