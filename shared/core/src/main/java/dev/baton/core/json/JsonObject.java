package dev.baton.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: its members in document order. A name that occurs twice is kept twice, so that a
 * reader can report it; {@link #get} answers the first.
 *
 * @param members the members in document order
 */
public record JsonObject(List<Member> members) implements Json {

  /** The object without members. */
  public static final JsonObject EMPTY = new JsonObject(List.of());

  /**
   * One name and its value.
   *
   * @param name the member's name
   * @param value the member's value
   */
  public record Member(String name, Json value) {}

  /** An object over a copy of the members. */
  public JsonObject {
    members = List.copyOf(members);
  }

  /** The members of a map in its iteration order. */
  public static JsonObject of(Map<String, ? extends Json> values) {
    Builder builder = builder();
    values.forEach(builder::put);
    return builder.build();
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** The first value under the name, or null when there is none. */
  public @Nullable Json get(String name) {
    for (Member member : members) {
      if (member.name().equals(name)) {
        return member.value();
      }
    }
    return null;
  }

  /** Whether a member of that name exists, a null value included. */
  public boolean has(String name) {
    return get(name) != null;
  }

  /** The text under the name, or null when it is absent or no text. */
  public @Nullable String text(String name) {
    return get(name) instanceof JsonText(String value) ? value : null;
  }

  /** The object under the name, or null when it is absent or no object. */
  public @Nullable JsonObject object(String name) {
    return get(name) instanceof JsonObject object ? object : null;
  }

  /** The elements of the array under the name; empty when it is absent or no array. */
  public List<Json> array(String name) {
    return get(name) instanceof JsonArray(List<Json> elements) ? elements : List.of();
  }

  /** Collects members in order. Not thread-safe. */
  public static final class Builder {
    private final List<Member> members = new ArrayList<>();

    private Builder() {}

    /** Appends a member. */
    public Builder put(String name, Json value) {
      members.add(new Member(name, value));
      return this;
    }

    /** Appends a text member. */
    public Builder put(String name, String value) {
      return put(name, new JsonText(value));
    }

    /** Appends an integral number member. */
    public Builder put(String name, long value) {
      return put(name, Json.of(value));
    }

    /** Appends a truth value member. */
    public Builder put(String name, boolean value) {
      return put(name, Json.of(value));
    }

    /** Appends a text member unless the value is absent. */
    public Builder putIfPresent(String name, @Nullable String value) {
      return value == null ? this : put(name, value);
    }

    /** Appends a member unless the value is absent. */
    public Builder putIfPresent(String name, @Nullable Json value) {
      return value == null ? this : put(name, value);
    }

    /** The object. */
    public JsonObject build() {
      return new JsonObject(members);
    }
  }
}
