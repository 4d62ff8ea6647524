package dev.baton.shell.live;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCodes;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import dev.baton.shell.socket.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * A frame that a client sent. Source: command specification, sections 6.2 and 6.3.
 *
 * @param json the whole frame
 * @param action what is asked; null when only a type says so
 * @param type the kind of frame, for clients that know no actions
 * @param ref the client's reference, echoed in the answer
 */
public record ClientFrame(
    JsonObject json, @Nullable String action, @Nullable String type, @Nullable String ref) {
  private static final int DEEPEST = 32;
  private static final int LONGEST_REF = 64;
  private static final int LONGEST_NAME = 64;
  private static final int LARGEST = 24 * 1024;
  private static final JsonReader READER = JsonReader.refusingDuplicates(DEEPEST);

  /** What became of reading a frame. */
  public sealed interface Read {

    /**
     * A frame.
     *
     * @param frame what it says
     */
    record Fine(ClientFrame frame) implements Read {}

    /**
     * No frame that anybody can follow.
     *
     * @param error why
     */
    record Broken(CommandError error) implements Read {}

    /**
     * A frame that is too large to be worked on, though it may be well-formed.
     *
     * @param error why
     */
    record TooLarge(CommandError error) implements Read {}
  }

  /** Reads the frame of an event. */
  public static Read of(SocketEvent event) {
    if (event.binary()) {
      return broken(
          new CommandError(
              ErrorCodes.UNSUPPORTED_MEDIA_TYPE,
              "Binary frames are not understood.",
              "Send JSON objects as text frames.",
              JsonObject.EMPTY));
    }
    if (event.size() > LARGEST) {
      return new Read.TooLarge(
          new CommandError(
              ErrorCodes.PAYLOAD_TOO_LARGE,
              "The frame is longer than " + LARGEST + " bytes.",
              "Send less at once.",
              JsonObject.builder().put("maxBytes", LARGEST).build()));
    }
    return switch (READER.read(event.body())) {
      case Readable(JsonObject json) -> new Read.Fine(of(json));
      case Readable(Json other) -> broken(unreadable("The frame is no JSON object."));
      case Unreadable wrong -> broken(unreadable(wrong.message()));
    };
  }

  private static ClientFrame of(JsonObject json) {
    return new ClientFrame(
        json,
        shortText(json, "action", LONGEST_NAME),
        shortText(json, "type", LONGEST_NAME),
        shortText(json, "ref", LONGEST_REF));
  }

  /** What the frame is called: its action, else its type; null when it has neither. */
  public @Nullable String name() {
    return action == null ? type : action;
  }

  /** The frame's own members, without those that every frame may have. */
  public JsonObject input() {
    JsonObject.Builder input = JsonObject.builder();
    for (JsonObject.Member member : json.members()) {
      switch (member.name()) {
        case "action", "type", "ref" -> {}
        default -> input.put(member.name(), member.value());
      }
    }
    return input.build();
  }

  private static @Nullable String shortText(JsonObject json, String name, int longest) {
    String text = json.text(name);
    return text == null || text.length() > longest ? null : text;
  }

  private static Read broken(CommandError error) {
    return new Read.Broken(error);
  }

  private static CommandError unreadable(String message) {
    return new CommandError(
        ErrorCodes.PARSE_ERROR,
        message,
        "Send one JSON object a frame, such as {\"action\":\"ping\"}.",
        JsonObject.EMPTY);
  }
}
