package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.survey.core.handoff.Flattened;
import dev.baton.survey.core.handoff.FlatteningError;
import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.handoff.HandoverKeys;
import dev.baton.survey.core.handoff.Metadata;
import dev.baton.survey.core.handoff.MetadataFlattening;
import dev.baton.survey.core.participant.HandoffReturn;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.values.ValueLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hidden values of handoffs: what came back, and what the engine says about it. Source: survey spec
 * §7.
 */
final class HandoffValues {
  private HandoffValues() {}

  /** Merges what a target gave back; an earlier, partial return of the same handoff makes way. */
  static HandoffReturn merge(Turn turn, Metadata metadata, int step, boolean isChain) {
    Flattened flattened =
        MetadataFlattening.flatten(metadata, turn.form().options().fly(), isChain);
    Map<String, Json> hidden =
        new LinkedHashMap<>(HandoverKeys.clearedForNextStep(turn.survey().hidden()));
    if (flattened.error() != null) {
      turn.hidden(hidden);
      return returned(metadata, flattened, flattened.error());
    }
    Map<String, Json> merged = new LinkedHashMap<>(hidden);
    merged.putAll(flattened.values());
    boolean fits = fits(turn, isChain ? HandoverKeys.withStepCopy(merged, step) : merged);
    turn.hidden(fits ? merged : hidden);
    return returned(metadata, flattened, fits ? null : FlatteningError.NO_ROOM);
  }

  /** Merges what came back in a plain wait. */
  static void mergePlain(Turn turn, Metadata metadata) {
    Flattened flattened = MetadataFlattening.flatten(metadata, turn.form().options().fly(), false);
    Map<String, Json> merged = new LinkedHashMap<>(turn.survey().hidden());
    merged.putAll(flattened.values());
    boolean fits = flattened.error() == null && fits(turn, merged);
    Map<String, Json> hidden = fits ? merged : new LinkedHashMap<>(turn.survey().hidden());
    FlatteningError error =
        flattened.error() != null ? flattened.error() : fits ? null : FlatteningError.NO_ROOM;
    about(hidden, returned(metadata, flattened, error));
    turn.hidden(hidden);
  }

  private static HandoffReturn returned(
      Metadata metadata, Flattened flattened, @Nullable FlatteningError error) {
    List<String> keys = error == null ? flattened.names() : List.of();
    String code = error == null ? null : error.code();
    return new HandoffReturn(keys, metadata.bytes(), flattened.collisions(), code);
  }

  /** Whether the values fit with room for those that the engine adds at the end. */
  private static boolean fits(Turn turn, Map<String, Json> hidden) {
    Map<String, Json> most = new LinkedHashMap<>(hidden);
    most.putIfAbsent(HandoverKeys.OUTCOME, Json.of("cancelled"));
    most.putIfAbsent(HandoverKeys.TARGET_APP_ID, Json.of("01234567890123456789"));
    most.putIfAbsent(HandoverKeys.DURATION_SECONDS, Json.of(Integer.MAX_VALUE));
    return ValueLimits.fit(most, turn.survey().variables());
  }

  /** Says how the handoff ended; in a chain all of it is kept as that of the step, too. */
  static void ended(Turn turn, OpenHandoff handoff, HandoffOutcome outcome, boolean isChain) {
    Map<String, Json> hidden = new LinkedHashMap<>(turn.survey().hidden());
    hidden.put(HandoverKeys.OUTCOME, Json.of(outcome.wireName()));
    hidden.put(HandoverKeys.TARGET_APP_ID, Json.of(handoff.target()));
    hidden.put(
        HandoverKeys.DURATION_SECONDS, Json.of(HandoffRecord.durationMillis(turn, handoff) / 1000));
    if (handoff.returned() != null) {
      about(hidden, handoff.returned());
    }
    if (outcome == HandoffOutcome.FAILED) {
      error(hidden, handoff.passError());
    }
    Map<String, Json> copied = isChain ? HandoverKeys.withStepCopy(hidden, handoff.step()) : hidden;
    turn.hidden(ValueLimits.fit(copied, turn.survey().variables()) ? copied : hidden);
  }

  private static void about(Map<String, Json> hidden, HandoffReturn returned) {
    if (returned.error() != null) {
      hidden.put(HandoverKeys.METADATA_ERROR, Json.of(returned.error()));
    }
    if (!returned.collisions().isEmpty()) {
      hidden.put(HandoverKeys.COLLISIONS, Json.of(returned.collisions().size()));
    }
  }

  private static void error(Map<String, Json> hidden, @Nullable GraphFault fault) {
    if (fault == null) {
      return;
    }
    if (fault.code() != null) {
      hidden.put(HandoverKeys.ERROR_CODE, Json.of(fault.code()));
    }
    hidden.put(HandoverKeys.ERROR_MESSAGE, Json.of(fault.message()));
  }
}
