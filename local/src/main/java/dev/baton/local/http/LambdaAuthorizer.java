package dev.baton.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.InvocationResult;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.template.AuthorizerDefinition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda authorizer with simple responses. Decisions are kept for the cache time by the values of
 * the identity sources, over all routes of the API, as API Gateway keeps them.
 */
final class LambdaAuthorizer {
  private static final int CACHED_DECISIONS = 10_000;

  private final AuthorizerDefinition definition;
  private final LocalFunction function;
  private final RequestEvent events;
  private final InstantSource clock;
  private final Map<List<String>, Kept> cache = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  LambdaAuthorizer(
      AuthorizerDefinition definition,
      LocalFunction function,
      RequestEvent events,
      InstantSource clock) {
    this.definition = definition;
    this.function = function;
    this.events = events;
    this.clock = clock;
  }

  /** What becomes of a request. */
  sealed interface Decision {

    /**
     * It goes on.
     *
     * @param context what the authorizer tells the function
     */
    record Allowed(JsonNode context) implements Decision {}

    /** It ends here. */
    record Refused(HttpReply reply) implements Decision {}
  }

  private record Kept(Decision decision, Instant until) {}

  Decision decide(RequestEvent.Arrived arrived) {
    List<@Nullable String> found =
        definition.identityHeaders().stream().map(arrived.call()::header).toList();
    if (found.stream().anyMatch(value -> value == null || value.isEmpty())) {
      return new Decision.Refused(HttpReply.message(401, "Unauthorized"));
    }
    List<String> identity = found.stream().map(Objects::requireNonNull).toList();
    Decision kept = cached(identity);
    if (kept != null) {
      return kept;
    }
    JsonNode answer = ask(arrived, identity);
    if (answer == null || !answer.path("isAuthorized").isBoolean()) {
      return new Decision.Refused(HttpReply.message(500, "Internal Server Error"));
    }
    Decision decision =
        answer.path("isAuthorized").asBoolean()
            ? new Decision.Allowed(context(answer))
            : new Decision.Refused(HttpReply.message(403, "Forbidden"));
    keep(identity, decision);
    return decision;
  }

  private @Nullable JsonNode ask(RequestEvent.Arrived arrived, List<String> identity) {
    InvocationResult result = function.invoke(Jsons.bytes(events.forAuthorizer(arrived, identity)));
    return result instanceof InvocationResult.Returned(byte[] payload)
        ? Jsons.parse(payload)
        : null;
  }

  private static JsonNode context(JsonNode answer) {
    JsonNode context = answer.path("context");
    return context.isObject() ? context : NullNode.getInstance();
  }

  private @Nullable Decision cached(List<String> identity) {
    lock.lock();
    try {
      Kept kept = cache.get(identity);
      return kept != null && clock.instant().isBefore(kept.until()) ? kept.decision() : null;
    } finally {
      lock.unlock();
    }
  }

  private void keep(List<String> identity, Decision decision) {
    if (definition.cacheTime().isZero() || identity.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      cache.put(identity, new Kept(decision, clock.instant().plus(definition.cacheTime())));
      if (cache.size() > CACHED_DECISIONS) {
        cache.remove(cache.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }
}
