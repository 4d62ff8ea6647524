package dev.baton.shell.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.shell.json.JsonReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list, as an opaque text bound to the question that the list answered: used with
 * another question, or with a changed letter, it is refused. It is no secret and gives no right:
 * whoever asks is checked again on every page.
 *
 * @param position what the store needs to go on, in its own order
 */
public record Cursor(List<String> position) {
  private static final int SUM_LENGTH = 16;
  private static final JsonReader READER = JsonReader.refusingDuplicates(3);

  /** A cursor over a copy of the position. */
  public Cursor {
    position = List.copyOf(position);
  }

  /** The text for the caller. */
  public String write(JsonObject question) {
    String place = JsonArray.ofTexts(position).write();
    byte[] bytes = (sum(place, question) + place).getBytes(UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The place that a caller's text names, or null when it is none of this question. */
  public static @Nullable Cursor read(String text, JsonObject question) {
    String plain = plain(text);
    if (plain == null || plain.length() <= SUM_LENGTH) {
      return null;
    }
    String place = plain.substring(SUM_LENGTH);
    Json json = READER.read(place).orNull();
    boolean intact = plain.startsWith(sum(place, question));
    return intact && json instanceof JsonArray(List<Json> elements) ? of(elements) : null;
  }

  private static @Nullable String plain(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return canonical.equals(text) ? new String(bytes, UTF_8) : null;
    } catch (IllegalArgumentException noBase64) {
      return null;
    }
  }

  private static @Nullable Cursor of(List<Json> elements) {
    List<String> position = new ArrayList<>();
    for (Json element : elements) {
      if (!(element instanceof JsonText(String value))) {
        return null;
      }
      position.add(value);
    }
    return new Cursor(position);
  }

  private static String sum(String place, JsonObject question) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(question.write().getBytes(UTF_8));
      digest.update((byte) 0);
      return HexFormat.of()
          .formatHex(digest.digest(place.getBytes(UTF_8)))
          .substring(0, SUM_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
