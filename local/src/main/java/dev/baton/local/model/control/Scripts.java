package dev.baton.local.model.control;

import dev.baton.local.model.script.Script;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The script of each API key. Thread-safe. */
public final class Scripts {
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();

  /** The script of a key. */
  public Optional<Script> of(String key) {
    return Optional.ofNullable(scripts.get(key));
  }

  void put(String key, Script script) {
    scripts.put(key, script);
  }

  void remove(String key) {
    scripts.remove(key);
  }
}
