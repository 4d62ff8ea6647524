package dev.baton.key.create;

import dev.baton.core.access.Scopes;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.core.result.Undo;
import dev.baton.key.command.KeyFields;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.access.KeyMint;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a key that may do no more than the one it is made with. */
final class KeyCreate implements Command<KeyCreateInput> {
  private static final int MOST_KEYS = 200;

  private final DynamoKeyStore keys;
  private final KeyMint mint;
  private final InstantSource clock;

  KeyCreate(DynamoKeyStore keys, KeyMint mint, InstantSource clock) {
    this.keys = keys;
    this.mint = mint;
    this.clock = clock;
  }

  @Override
  public CommandResult execute(KeyCreateInput input, Call call) {
    OwnRates rates = OwnRates.of(call.request().authorizer());
    Refused refusal = tooWide(input.scopes(), call.caller().scopes());
    if (refusal == null) {
      refusal = rates.refusal(input.rates(), call.caller().scopes());
    }
    if (refusal == null) {
      refusal = tooMany(call.owner());
    }
    return refusal == null ? made(input, rates, call) : refusal;
  }

  private CommandResult made(KeyCreateInput input, OwnRates rates, Call call) {
    String secret = mint.key();
    ApiKey key =
        new ApiKey(
            call.owner(),
            mint.keyId(),
            new Scopes(input.scopes()),
            input.label(),
            clock.millis(),
            null,
            rates.with(input.rates()));
    keys.create(key, KeyMint.hash(secret));
    JsonObject.Builder data = JsonObject.builder().put("key", secret);
    KeyFields.describe(key).build().members().forEach(each -> data.put(each.name(), each.value()));
    return Succeeded.with(data.build(), "Key " + key.keyId() + " was made.")
        .suggesting("Keep data.key where secrets are kept; it cannot be read again.")
        .undoneBy(new Undo("key-revoke", JsonObject.builder().put("keyId", key.keyId()).build()));
  }

  private static @Nullable Refused tooWide(List<String> asked, Scopes own) {
    List<String> wider = asked.stream().filter(pattern -> !own.contain(pattern)).toList();
    return wider.isEmpty()
        ? null
        : Refused.because(
            ErrorCodes.FORBIDDEN,
            "The key used for this call does not cover " + String.join(", ", wider) + ".",
            "Ask for scopes within those of the key that makes the call.");
  }

  private @Nullable Refused tooMany(String owner) {
    return keys.ofOwner(owner, null).filter(ApiKey::isUsable).limit(MOST_KEYS).count() < MOST_KEYS
        ? null
        : Refused.because(
            ErrorCodes.QUOTA_EXCEEDED,
            "This owner has " + MOST_KEYS + " keys in use.",
            "Revoke one that nobody needs with key-revoke; key-list names them.");
  }
}
