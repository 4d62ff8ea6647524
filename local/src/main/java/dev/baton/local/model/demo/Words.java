package dev.baton.local.model.demo;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** English words reduced so far that two ways to say a thing become the same. */
final class Words {
  private static final Set<String> EMPTY =
      Set.of(
          ("a an and are as at be by can could do does for from had has have he her his how i if in"
                  + " into is it its me my no not of on one or our out please she so some tell that"
                  + " the their them then there they this to up us was we what when where which who"
                  + " will with would you your go let now just want like")
              .split(" "));

  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("fetch", "read"),
          Map.entry("poll", "read"),
          Map.entry("see", "read"),
          Map.entry("look", "read"),
          Map.entry("view", "read"),
          Map.entry("say", "send"),
          Map.entry("write", "send"),
          Map.entry("post", "send"),
          Map.entry("display", "show"),
          Map.entry("delete", "revoke"),
          Map.entry("remove", "revoke"),
          Map.entry("make", "create"),
          Map.entry("add", "create"),
          Map.entry("join", "connect"),
          Map.entry("leave", "disconnect"),
          Map.entry("free", "release"),
          Map.entry("read", "read"),
          Map.entry("send", "send"),
          Map.entry("show", "show"),
          Map.entry("list", "list"),
          Map.entry("get", "get"),
          Map.entry("create", "create"),
          Map.entry("call", "call"));

  private Words() {}

  /** The words of a text that mean something, reduced. */
  static Set<String> of(String text) {
    return of(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
  }

  /** The words that mean something, reduced. */
  static Set<String> of(List<String> words) {
    return words.stream()
        .flatMap(word -> Arrays.stream(word.split("[^\\p{L}\\p{N}]+")))
        .filter(word -> word.length() > 1 && !isEmpty(word))
        .map(Words::reduced)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a word says nothing of what is meant. */
  static boolean isEmpty(String word) {
    return EMPTY.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a reduced word says what is done, and not with what. */
  static boolean isVerb(String reduced) {
    return VERBS.containsValue(reduced);
  }

  /** The parts of a name such as {@code roomId}, {@code page_id} or {@code chat-poll}. */
  static List<String> parts(String name) {
    return Arrays.asList(
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
  }

  static String reduced(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (small.endsWith("ies") && small.length() > 4) {
      small = small.substring(0, small.length() - 3) + "y";
    } else if (small.endsWith("s") && !small.endsWith("ss") && !small.endsWith("us")) {
      small = small.substring(0, small.length() - 1);
    }
    return VERBS.getOrDefault(small, small);
  }
}
