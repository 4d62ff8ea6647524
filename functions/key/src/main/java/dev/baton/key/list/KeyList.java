package dev.baton.key.list;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.core.time.UtcText;
import dev.baton.key.command.KeyFields;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.dynamo.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads keys by id. */
final class KeyList implements Command<KeyListInput> {
  private final DynamoKeyStore keys;

  KeyList(DynamoKeyStore keys) {
    this.keys = keys;
  }

  @Override
  public CommandResult execute(KeyListInput input, Call call) {
    JsonObject question = input.question(call.owner());
    String sent = input.cursor();
    Cursor from = sent == null ? null : Cursor.read(sent, question);
    if (sent != null && (from == null || from.position().size() != 1)) {
      return Refused.because(
          ErrorCodes.INVALID_CURSOR,
          "The cursor does not belong to this list.",
          "Repeat the call without cursor and follow nextCursor with the same other fields.");
    }
    List<ApiKey> found = found(call.owner(), from, input);
    List<ApiKey> shown = found.stream().limit(input.limit()).toList();
    List<Json> views = new ArrayList<>();
    shown.forEach(key -> views.add(view(key, call)));
    JsonObject.Builder data = JsonObject.builder().put("keys", new JsonArray(views));
    if (found.size() > shown.size()) {
      Cursor next = new Cursor(List.of(shown.getLast().keyId()));
      data.put("nextCursor", next.write(question));
    }
    return Succeeded.with(data.build(), shown.size() + " keys.");
  }

  /** One more than asked for, to know whether more follow. */
  private List<ApiKey> found(String owner, @Nullable Cursor from, KeyListInput input) {
    return keys.ofOwner(owner, from == null ? null : from.position().getFirst())
        .filter(key -> input.includeRevoked() || key.isUsable())
        .limit(input.limit() + 1L)
        .toList();
  }

  private static JsonObject view(ApiKey key, Call call) {
    Long revokedAt = key.revokedAt();
    JsonObject.Builder view = KeyFields.describe(key);
    if (revokedAt != null) {
      view.put("revokedAt", UtcText.write(revokedAt));
    }
    return view.put("current", key.keyId().equals(call.caller().keyId())).build();
  }
}
