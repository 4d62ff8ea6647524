package dev.baton.shell.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.shell.json.JsonReading.Cause;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads JSON text into values of the core: RFC 8259 and nothing beyond it, one value and no text
 * after it, numbers with their digits as written. Nesting is bounded; the length is for the caller
 * to bound. Thread-safe and reusable.
 */
public final class JsonReader {
  private static final int LONGEST_NUMBER = 1_000;

  private final JsonFactory factory;
  private final int deepest;
  private final boolean duplicatesRefused;

  private JsonReader(int deepest, boolean duplicatesRefused) {
    this.deepest = deepest;
    this.duplicatesRefused = duplicatesRefused;
    this.factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(deepest)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
  }

  /** A reader that refuses an object with the same member name twice: for commands. */
  public static JsonReader refusingDuplicates(int deepest) {
    return new JsonReader(deepest, true);
  }

  /** A reader that keeps members of the same name, in order: for what other systems send. */
  public static JsonReader keepingDuplicates(int deepest) {
    return new JsonReader(deepest, false);
  }

  /** Reads UTF-8 bytes; a byte order mark or a byte that is not UTF-8 makes them unreadable. */
  public JsonReading read(byte[] bytes) {
    String text = StrictText.decode(bytes);
    return text == null ? new Unreadable(Cause.ENCODING, "The body is not UTF-8.") : read(text);
  }

  /** Reads one text. */
  public JsonReading read(String text) {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        return new Unreadable(Cause.SYNTAX, "The text is empty.");
      }
      Json json = value(parser);
      return parser.nextToken() == null ? new Readable(json) : trailing();
    } catch (DuplicateKey twice) {
      return new Unreadable(Cause.DUPLICATE_KEY, "The member '" + twice.name + "' occurs twice.");
    } catch (StreamConstraintsException limit) {
      return overLimit(limit);
    } catch (JsonProcessingException syntax) {
      return notJson(syntax);
    } catch (IOException impossible) {
      throw new IllegalStateException("A text in memory could not be read.", impossible);
    }
  }

  /**
   * Reads a text that Baton wrote itself.
   *
   * @throws IllegalStateException when it is no JSON: stored data is broken
   */
  public Json readOwn(String text) {
    return switch (read(text)) {
      case Readable(Json json) -> json;
      case Unreadable(Cause cause, String message) ->
          throw new IllegalStateException("Stored JSON is unreadable: " + message);
    };
  }

  private Json value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new JsonText(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      case FIELD_NAME, END_ARRAY, END_OBJECT, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("The parser gave " + token + " where a value starts.");
    };
  }

  private JsonObject object(JsonParser parser) throws IOException {
    List<JsonObject.Member> members = new ArrayList<>();
    Set<String> names = duplicatesRefused ? new HashSet<>() : Set.of();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (duplicatesRefused && !names.add(name)) {
        throw new DuplicateKey(name);
      }
      parser.nextToken();
      members.add(new JsonObject.Member(name, value(parser)));
    }
    return members.isEmpty() ? JsonObject.EMPTY : new JsonObject(members);
  }

  private JsonArray array(JsonParser parser) throws IOException {
    List<Json> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements.isEmpty() ? JsonArray.EMPTY : new JsonArray(elements);
  }

  private JsonReading overLimit(StreamConstraintsException limit) {
    String why = limit.getMessage();
    return why != null && why.contains("depth")
        ? new Unreadable(
            Cause.TOO_DEEP, "The JSON is nested more than " + deepest + " levels deep.")
        : new Unreadable(Cause.SYNTAX, "A number has more than " + LONGEST_NUMBER + " characters.");
  }

  private static JsonReading trailing() {
    return new Unreadable(Cause.TRAILING_TEXT, "There is text after the JSON value.");
  }

  private static JsonReading notJson(JsonProcessingException syntax) {
    JsonLocation place = syntax.getLocation();
    String where =
        place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return new Unreadable(Cause.SYNTAX, "The text is not JSON" + where + ".");
  }

  /** Leaves the recursion at the second member of a name. */
  private static final class DuplicateKey extends IOException {
    private static final long serialVersionUID = 1L;
    private final String name;

    private DuplicateKey(String name) {
      super("duplicate key", null);
      this.name = name;
    }
  }
}
