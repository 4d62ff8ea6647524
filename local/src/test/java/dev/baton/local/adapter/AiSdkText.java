package dev.baton.local.adapter;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;

/** The text that a chat of the AI SDK is told. It comes in pieces, which end anywhere. */
public final class AiSdkText {
  private static final Pattern PIECE = Pattern.compile("\"delta\":\"([^\"]*)\"");

  private AiSdkText() {}

  /** The text of the frames of a stream; without quotation marks in it. */
  public static String of(String frames) {
    return PIECE.matcher(frames).results().map(piece -> piece.group(1)).collect(joining());
  }
}
