package dev.baton.local.graph.control;

import dev.baton.local.graph.http.HttpCall;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One order.
 *
 * @param names what stands in the path in the places of {@code {user}}, {@code {app}}, {@code {id}}
 */
record ControlCall(HttpCall http, Map<String, String> names, Fields fields) {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  String name(String place) {
    return names.getOrDefault(place, "");
  }

  Optional<String> parameter(String name) {
    return http.parameter(name).filter(value -> !value.isEmpty());
  }

  /** The parameter {@code wait}, at most five minutes; zero if it is absent. */
  Duration patience() {
    Duration wait =
        parameter("wait").map(text -> Fields.duration("wait", text)).orElse(Duration.ZERO);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  int number(String parameter, int otherwise) {
    try {
      return parameter(parameter).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException unreadable) {
      throw Fields.bad(parameter, "a whole number");
    }
  }
}
