package dev.baton.survey.command;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.dynamo.Cursor;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. A cursor belongs to everything else that was asked, so that it
 * cannot lead into another list.
 *
 * @param limit rows to return, 1 to 200
 * @param from where to go on; null at the beginning
 * @param broken whether a cursor came that is none of this list
 * @param question what was asked, without limit and cursor
 */
public record Listing(int limit, @Nullable Cursor from, boolean broken, JsonObject question) {
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";

  /** The part that the arguments of a command ask for. */
  public static Listing of(String command, Arguments arguments) {
    JsonObject question = question(command, arguments.json());
    String text = arguments.text(CURSOR);
    Cursor from = text == null ? null : Cursor.read(text, question);
    return new Listing(arguments.integer(LIMIT), from, text != null && from == null, question);
  }

  /** Whether this is the beginning of the list. */
  public boolean isFirst() {
    return from == null;
  }

  /** Adds the cursor of the next page to an answer, if there is a next page. */
  public JsonObject.Builder putNext(JsonObject.Builder answer, @Nullable Cursor next) {
    return next == null ? answer : answer.put("next_cursor", next.write(question));
  }

  /** Sorted, because a client may write the same members in another order on the next page. */
  private static JsonObject question(String command, JsonObject input) {
    JsonObject.Builder question = JsonObject.builder().put("command", command);
    input.members().stream()
        .filter(member -> !member.name().equals(LIMIT) && !member.name().equals(CURSOR))
        .sorted(Comparator.comparing(JsonObject.Member::name))
        .forEach(member -> question.put(member.name(), member.value()));
    return question.build();
  }
}
