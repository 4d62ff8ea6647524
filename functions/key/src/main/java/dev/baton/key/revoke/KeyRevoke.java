package dev.baton.key.revoke;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.core.result.Warning;
import dev.baton.core.time.UtcText;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.access.KeyAccess;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Sessions;
import java.time.InstantSource;
import java.util.List;

/**
 * Revokes first and ends sessions then, so that none can be made in between and stay; whoever is
 * interrupted repeats the call, which goes on where it was.
 */
final class KeyRevoke implements Command<KeyRevokeInput> {
  private final DynamoKeyStore keys;
  private final Sessions sessions;
  private final InstantSource clock;

  KeyRevoke(DynamoKeyStore keys, Sessions sessions, InstantSource clock) {
    this.keys = keys;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public CommandResult execute(KeyRevokeInput input, Call call) {
    long now = clock.millis();
    ApiKey key = keys.revoke(call.owner(), input.keyId(), now);
    if (key == null) {
      return Refused.because(
          ErrorCodes.NOT_FOUND,
          "There is no key '" + input.keyId() + "'.",
          "Call key-list for the ids of your keys.");
    }
    Long before = key.revokedAt();
    JsonObject data =
        JsonObject.builder()
            .put("keyId", key.keyId())
            .put("revokedAt", UtcText.write(before == null ? now : before))
            .put("alreadyRevoked", before != null)
            .put("sessionsEnded", endSessions(call, key.keyId()))
            .build();
    Succeeded done = Succeeded.with(data, "Key " + key.keyId() + " is revoked.");
    return key.keyId().equals(call.caller().keyId()) ? done.warning(List.of(ownKey())) : done;
  }

  private long endSessions(Call call, String keyId) {
    Origin origin = Origin.ofBaton(call.traceId());
    return sessions.ofOwner(call.owner()).stream()
        .filter(session -> session.keyId().equals(keyId))
        .filter(session -> sessions.revoke(session.sessionId(), KeyAccess.REVOKED, origin))
        .count();
  }

  private static Warning ownKey() {
    return new Warning(
        "OWN_KEY_REVOKED",
        "This call was made with the revoked key, which works for a minute at most.",
        Warning.Severity.CAUTION);
  }
}
