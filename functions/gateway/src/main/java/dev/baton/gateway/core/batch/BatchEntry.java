package dev.baton.gateway.core.batch;

import dev.baton.core.json.Json;
import dev.baton.core.result.Refused;
import org.jspecify.annotations.Nullable;

/** One entry of a batch. */
public sealed interface BatchEntry {

  /** Its position in the request. */
  int index();

  /** What its result is found by. */
  String id();

  /** The command it names; empty when it names none. */
  String command();

  /**
   * An entry that can be called.
   *
   * @param input the command's input as it was sent
   * @param idempotencyKey the key under which the call is made once; null for none
   */
  record Callable(int index, String id, String command, Json input, @Nullable String idempotencyKey)
      implements BatchEntry {}

  /**
   * An entry that fails alone.
   *
   * @param refusal why
   */
  record Malformed(int index, String id, String command, Refused refusal) implements BatchEntry {}
}
