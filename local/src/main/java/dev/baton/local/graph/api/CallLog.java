package dev.baton.local.graph.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.http.HttpAnswer;
import dev.baton.local.graph.http.HttpCall;
import dev.baton.local.graph.json.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The last Graph calls as they were received, oldest first. Safe for use by many threads. */
public final class CallLog {

  private final int bound;
  private final Deque<Entry> last = new ArrayDeque<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private long ids;

  /**
   * @param bound how many calls are remembered
   */
  public CallLog(int bound) {
    this.bound = bound;
  }

  /** One call. */
  public static final class Entry {
    private final long id;
    private final long at;
    private final String method;
    private final String path;
    private final byte[] body;
    private final String endpoint;
    private final String userId;
    private volatile String answer = "pending";
    private volatile int status;

    Entry(long id, long at, HttpCall call, String endpoint, String userId) {
      this.id = id;
      this.at = at;
      this.method = call.method();
      this.path = call.path();
      this.body = call.body();
      this.endpoint = endpoint;
      this.userId = userId;
    }

    public String endpoint() {
      return endpoint;
    }

    public String userId() {
      return userId;
    }

    void answered(HttpAnswer with) {
      switch (with) {
        case HttpAnswer.Reply reply -> {
          status = reply.status();
          answer = new String(reply.body(), StandardCharsets.UTF_8);
        }
        case HttpAnswer.Cut cut -> answer = "cut";
      }
    }

    /** As the control API shows it; without the access token. */
    public ObjectNode toJson() {
      ObjectNode json = Trees.object();
      json.put("id", id).put("at", at).put("method", method).put("path", path);
      json.put("endpoint", endpoint).put("user", userId);
      Trees.parseObject(body)
          .ifPresentOrElse(
              object -> json.set("body", object),
              () -> json.put("raw", new String(body, StandardCharsets.UTF_8)));
      json.put("status", status);
      Trees.parseObject(answer)
          .ifPresentOrElse(object -> json.set("answer", object), () -> json.put("answer", answer));
      return json;
    }
  }

  synchronized Entry begin(long at, HttpCall call, String endpoint, String userId) {
    Entry entry = new Entry(++ids, at, call, endpoint, userId);
    counts.merge(endpoint, 1L, Long::sum);
    last.add(entry);
    if (last.size() > bound) {
      last.remove();
    }
    return entry;
  }

  public synchronized List<Entry> matching(Predicate<Entry> condition) {
    return last.stream().filter(condition).toList();
  }

  /** How many calls each endpoint ever got. */
  public synchronized Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  public synchronized void clear() {
    last.clear();
    counts.clear();
  }
}
