package dev.baton.agent.work.model;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Models under a key that may change: a client is built once per key. Thread-safe. */
public final class KeyedModel {
  private final Supplier<String> key;
  private final Function<String, AnthropicModel> client;
  private @Nullable AnthropicModel last;
  private String lastKey = "";

  /**
   * Models under whatever key there is.
   *
   * @param key the key as it is now
   * @param client builds a client
   */
  public KeyedModel(Supplier<String> key, Function<String, AnthropicModel> client) {
    this.key = key;
    this.client = client;
  }

  /** The models under the key as it is now. */
  public synchronized AnthropicModel get() {
    String now = key.get();
    AnthropicModel model = last;
    if (model == null || !now.equals(lastKey)) {
      model = client.apply(now);
      last = model;
      lastKey = now;
    }
    return model;
  }
}
