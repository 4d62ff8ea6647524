package dev.baton.local.model.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person wrote, taken apart.
 *
 * @param tokens words and quoted texts in order
 * @param pairs what was given as {@code key=value}, by key
 */
record Phrase(List<Token> tokens, Map<String, String> pairs) {
  private static final Pattern PART =
      Pattern.compile(
          "(?<key>[A-Za-z][\\w.-]*)=(?:\"(?<long>(?:[^\"\\\\]|\\\\.)*)\"|(?<json>[\\[{].*[\\]}])|(?<value>\\S+))"
              + "|[\"“„](?<quoted>[^\"“”]*)[\"”“]|«(?<french>[^»]*)»|(?<word>[^\\s\"“”„«»]+)");

  /**
   * A word or a quoted text.
   *
   * @param text without quotes and without punctuation around a word
   */
  record Token(String text, boolean quoted) {}

  static Phrase of(String text) {
    List<Token> tokens = new ArrayList<>();
    Map<String, String> pairs = new LinkedHashMap<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group("key") != null) {
        pairs.put(part.group("key"), value(part));
      } else if (part.group("word") != null) {
        addWord(tokens, part.group("word"));
      } else {
        String quoted = part.group("quoted");
        tokens.add(new Token(quoted == null ? part.group("french") : quoted, true));
      }
    }
    return new Phrase(List.copyOf(tokens), Collections.unmodifiableMap(pairs));
  }

  private static String value(Matcher part) {
    if (part.group("long") != null) {
      return part.group("long").replaceAll("\\\\(.)", "$1");
    }
    return part.group("json") == null ? part.group("value") : part.group("json");
  }

  private static void addWord(List<Token> tokens, String word) {
    String bare = word.replaceAll("^[\\p{Punct}]+|[\\p{Punct}]+$", "");
    if (!bare.isEmpty()) {
      tokens.add(new Token(bare, false));
    }
  }

  /** The texts in quotes, in order. */
  List<String> quoted() {
    return tokens.stream().filter(Token::quoted).map(Token::text).toList();
  }

  /** The words in order. */
  List<String> words() {
    return tokens.stream().filter(token -> !token.quoted()).map(Token::text).toList();
  }
}
