package dev.baton.local.graph.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.json.Trees;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is done with a request: answer it, or cut its connection without a word. In both cases
 * {@code afterwards} runs when that has happened.
 */
public sealed interface HttpAnswer {

  /** Runs after the answer has left, or the connection was cut. */
  Runnable afterwards();

  /** The same with something more to do afterwards. */
  HttpAnswer then(Runnable more);

  /** The same with nothing to do afterwards. */
  HttpAnswer alone();

  /** An answer with status, headers and bytes. */
  record Reply(int status, Map<String, String> headers, byte[] body, Runnable afterwards)
      implements HttpAnswer {

    @Override
    public Reply then(Runnable more) {
      return new Reply(status, headers, body, inOrder(afterwards, more));
    }

    @Override
    public Reply alone() {
      return new Reply(status, headers, body, () -> {});
    }
  }

  /** The connection is closed; the caller cannot know what became of the request. */
  record Cut(Runnable afterwards) implements HttpAnswer {

    @Override
    public Cut then(Runnable more) {
      return new Cut(inOrder(afterwards, more));
    }

    @Override
    public Cut alone() {
      return cut();
    }
  }

  static Reply json(int status, JsonNode tree) {
    return json(status, Trees.bytes(tree));
  }

  /** The same, laid out for a person's eyes. */
  static Reply prettyJson(int status, JsonNode tree) {
    return json(status, Trees.pretty(tree).getBytes(StandardCharsets.UTF_8));
  }

  private static Reply json(int status, byte[] body) {
    return new Reply(
        status, Map.of("Content-Type", "application/json; charset=UTF-8"), body, () -> {});
  }

  static Cut cut() {
    return new Cut(() -> {});
  }

  private static Runnable inOrder(Runnable first, Runnable second) {
    return () -> {
      first.run();
      second.run();
    };
  }
}
