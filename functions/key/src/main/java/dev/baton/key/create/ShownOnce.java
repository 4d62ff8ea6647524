package dev.baton.key.create;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Reissue;

/** A repeated call learns which key the first one made, but not the key, which is kept nowhere. */
final class ShownOnce implements Reissue {
  private static final String KEY_ID = "keyId";

  @Override
  public JsonObject keep(Json data) {
    String keyId = data instanceof JsonObject made ? made.text(KEY_ID) : null;
    return JsonObject.builder().putIfPresent(KEY_ID, keyId).build();
  }

  @Override
  public CommandResult again(JsonObject kept, Call call) {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "The first call with this Idempotency-Key made the key, which is shown only once.",
        "If its answer is lost, revoke details.keyId with key-revoke and call key-create with another Idempotency-Key.",
        kept);
  }
}
