package dev.baton.local.model.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Values that a phrase gives beside the word of an argument: "page 1122" for {@code page_id}, "the
 * general room" for {@code roomId}. The word is the argument's name without its id, or what its
 * description says that it names ("Name of the form").
 */
final class Mentions {
  private static final Pattern NAMED =
      Pattern.compile("\\b(?:id|name) of (?:the |an? |one )?(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final List<String> LINKS = List.of("is", "named", "called", "id", "number", "no");

  private final List<Phrase.Token> tokens;
  private final List<String> toolWords;

  Mentions(Phrase phrase, String tool) {
    this.tokens = phrase.tokens();
    this.toolWords = List.copyOf(Words.of(Words.parts(tool)));
  }

  /** The value of an argument, or null. */
  @Nullable String valueOf(String name, JsonNode schema) {
    for (String word : heads(name, schema)) {
      for (int place = 0; place < tokens.size(); place++) {
        String value = isWord(place, word) ? beside(place) : null;
        if (value != null && fits(value, schema)) {
          return value;
        }
      }
    }
    return null;
  }

  private static List<String> heads(String name, JsonNode schema) {
    List<String> heads = new ArrayList<>();
    List<String> parts = new ArrayList<>(Words.parts(name));
    if (parts.size() > 1 && parts.getLast().equals("id")) {
      parts.removeLast();
    }
    if (parts.size() == 1) {
      heads.add(parts.getFirst());
    }
    Matcher named = NAMED.matcher(schema.path("description").asText());
    if (named.find()) {
      heads.add(named.group(1).toLowerCase(Locale.ROOT));
    }
    return heads;
  }

  private boolean isWord(int place, String word) {
    Phrase.Token token = tokens.get(place);
    return !token.quoted() && token.text().equalsIgnoreCase(word);
  }

  private @Nullable String beside(int place) {
    int next = place + 1;
    while (next < tokens.size()
        && LINKS.contains(tokens.get(next).text().toLowerCase(Locale.ROOT))) {
      next++;
    }
    if (isValue(next)) {
      return tokens.get(next).text();
    }
    return isValue(place - 1) && !tokens.get(place - 1).quoted()
        ? tokens.get(place - 1).text()
        : null;
  }

  private boolean isValue(int place) {
    if (place < 0 || place >= tokens.size()) {
      return false;
    }
    Phrase.Token token = tokens.get(place);
    String reduced = Words.reduced(token.text());
    return token.quoted()
        || !Words.isEmpty(token.text()) && !Words.isVerb(reduced) && !toolWords.contains(reduced);
  }

  private static boolean fits(String value, JsonNode schema) {
    return switch (Values.type(schema)) {
      case "string" -> matches(value, schema.path("pattern").asText());
      case "integer", "number" -> value.matches("-?\\d+");
      default -> false;
    };
  }

  private static boolean matches(String value, String pattern) {
    try {
      return Pattern.compile(pattern).matcher(value).find();
    } catch (PatternSyntaxException otherDialect) {
      return true;
    }
  }
}
