package dev.baton.survey.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.dynamo.Cursor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Cursors that somebody made who has read how they are made. */
public final class Forgery {
  private Forgery() {}

  /** Places that are none in any table. */
  public static Stream<List<String>> impossible() {
    return Stream.of(List.of(), List.of(""), List.of("x", "x"), List.of("", "", ""));
  }

  /** These, and places where no row of an answer or a handoff can be. */
  public static Stream<List<String>> places() {
    return Stream.concat(impossible(), Stream.of(List.of("x"), List.of("x", "x", "x")));
  }

  /** The input with a cursor of that place, its sum included. */
  public static String with(CommandDefinition command, JsonObject input, List<String> place) {
    Listing listing = Listing.of(command.name(), new Arguments(command.input().filled(input)));
    JsonObject next = listing.putNext(JsonObject.builder(), new Cursor(place)).build();
    JsonObject.Builder forged = JsonObject.builder();
    input.members().forEach(member -> forged.put(member.name(), member.value()));
    return forged.put("cursor", Objects.requireNonNull(next.text("next_cursor"))).build().write();
  }
}
