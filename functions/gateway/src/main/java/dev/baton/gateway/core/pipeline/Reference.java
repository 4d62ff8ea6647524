package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in what earlier steps answered, or in the pipeline's own input. Source: command
 * specification, section 3.7.
 *
 * @param root where it begins
 * @param path names and indices from there
 */
record Reference(Root root, List<Part> path) {
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\$(?:(prev|first|input)|steps(?:\\[(\\d{1,6})]|\\.([A-Za-z_][A-Za-z0-9_-]*)))"
              + "((?:\\.[^.\\[\\]]+|\\[\\d{1,6}])*)");
  private static final Pattern MEANT =
      Pattern.compile("\\$(?:(?:prev|first|input)[.\\[]|steps(?![A-Za-z0-9_-])).*", Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile("\\.([^.\\[\\]]+)|\\[(\\d{1,6})]");

  /** Where a reference begins. */
  sealed interface Root {}

  /** The latest successful step. */
  record Previous() implements Root {}

  /** The earliest successful step. */
  record First() implements Root {}

  /** The request's own input. */
  record Input() implements Root {}

  /** The step at a position of the request. */
  record At(int index) implements Root {}

  /** The step of that alias. */
  record Named(String alias) implements Root {}

  /** One step of a path. */
  sealed interface Part {}

  /** The member of an object. */
  record Name(String name) implements Part {}

  /** The element of an array. */
  record Index(int index) implements Part {}

  /** The reference that the text as a whole is, or null. */
  static @Nullable Reference of(String text) {
    Matcher whole = WHOLE.matcher(text);
    return whole.matches() ? new Reference(root(whole), path(whole.group(4))) : null;
  }

  /** Whether the text was probably meant as a reference although it is none. */
  static boolean isBroken(String text) {
    return of(text) == null && MEANT.matcher(text).matches();
  }

  /** What is at the path from there, or null when there is nothing. */
  @Nullable Json within(@Nullable Json start) {
    Json here = start;
    for (Part part : path) {
      here =
          switch (part) {
            case Name(String name) -> here instanceof JsonObject object ? object.get(name) : null;
            case Index(int index) ->
                here instanceof JsonArray(List<Json> elements) && index < elements.size()
                    ? elements.get(index)
                    : null;
          };
    }
    return here;
  }

  private static Root root(Matcher whole) {
    String word = whole.group(1);
    String index = whole.group(2);
    String alias = whole.group(3);
    if (index != null) {
      return new At(Integer.parseInt(index));
    }
    if (alias != null) {
      return new Named(alias);
    }
    return "prev".equals(word) ? new Previous() : "first".equals(word) ? new First() : new Input();
  }

  private static List<Part> path(@Nullable String text) {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(text == null ? "" : text);
    while (part.find()) {
      String name = part.group(1);
      parts.add(name == null ? new Index(Integer.parseInt(part.group(2))) : new Name(name));
    }
    return List.copyOf(parts);
  }
}
