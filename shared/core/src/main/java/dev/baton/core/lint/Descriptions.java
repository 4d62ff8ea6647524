package dev.baton.core.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a description must be: a statement of what the command does, unlike every other one. */
final class Descriptions {
  private static final int SHORTEST = 20;
  private static final int LONGEST = 300;

  // Checkers of tools know these verbs.
  private static final Set<String> FIRST_WORDS =
      Set.of(
          ("Adds Checks Connects Creates Deletes Disconnects Executes Exports Fetches Finds Gets"
                  + " Imports Invokes Lists Publishes Queries Removes Restarts Retrieves Returns"
                  + " Runs Searches Sends Sets Starts Stops Submits Subscribes Unsubscribes Updates"
                  + " Validates Verifies")
              .split(" "));

  private static final List<Pattern> ORDERS =
      List.of(
          order("\\b(ignore|forget|disregard)\\b.*\\b(previous|all|other|above)\\b"),
          order("(^|[.!?:;]\\s+)you are an?\\b"),
          order("(^|[.!?:;]\\s+)you (must|should|will) always\\b"),
          order("system prompt|system message|<<sys"),
          order("(^|[.!?:;]\\s+)(always|never) (call|use|invoke|run|execute) this\\b"));

  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a an and are as at be by can for from has how in into is it its of on one only or other"
                  + " that the their them then they this to was were what when which who whose with"
                  + " without")
              .split(" "));

  private Descriptions() {}

  static List<String> problems(String description) {
    List<String> problems = new ArrayList<>();
    if (description.length() < SHORTEST || description.length() > LONGEST) {
      problems.add("needs " + SHORTEST + ".." + LONGEST + " characters");
    }
    String first = description.split("[^A-Za-z]", 2)[0];
    if (!FIRST_WORDS.contains(first)) {
      problems.add("begins with '" + first + "', which tools do not know as a verb");
    }
    if (ORDERS.stream().anyMatch(order -> order.matcher(description).find())) {
      problems.add("reads like an instruction to an agent");
    }
    return problems;
  }

  /** The cosine of the counts of words that are no stop words: 0 nothing in common, 1 the same. */
  static double likeness(String left, String right) {
    Map<String, Integer> leftWords = words(left);
    Map<String, Integer> rightWords = words(right);
    double product = 0;
    for (Map.Entry<String, Integer> word : leftWords.entrySet()) {
      product += word.getValue() * rightWords.getOrDefault(word.getKey(), 0);
    }
    double lengths = length(leftWords) * length(rightWords);
    return lengths == 0 ? 0 : product / lengths;
  }

  private static double length(Map<String, Integer> words) {
    return Math.sqrt(words.values().stream().mapToDouble(count -> count * count).sum());
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!word.isEmpty() && !STOP_WORDS.contains(word)) {
        words.merge(word, 1, Integer::sum);
      }
    }
    return words;
  }

  private static Pattern order(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
