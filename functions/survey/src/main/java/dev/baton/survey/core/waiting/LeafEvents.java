package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.handoff.Metadata;

/** Which events set which leaves. Source: survey specification §5.3. */
final class LeafEvents {
  private static final String TARGET = "target_app_id";

  private LeafEvents() {}

  static boolean sets(WaitEvent event, ArmedNode.Leaf leaf) {
    return switch (event) {
      case WaitEvent.Signalled(Json signal) ->
          leaf instanceof ArmedNode.External external
              && Patterns.matches(external.pattern(), signal);
      case WaitEvent.Returned returned ->
          leaf instanceof ArmedNode.HandoffReturn expected && sets(returned, expected);
      case WaitEvent.UserMessaged messaged -> leaf instanceof ArmedNode.UserMessage;
    };
  }

  private static boolean sets(WaitEvent.Returned returned, ArmedNode.HandoffReturn leaf) {
    String target = leaf.targetAppId();
    return (target == null || target.equals(returned.previousOwner()))
        && Patterns.matches(leaf.value(), described(returned));
  }

  /**
   * Previous owner and members of the metadata as one object; metadata cannot replace the owner.
   */
  private static JsonObject described(WaitEvent.Returned returned) {
    JsonObject.Builder described = JsonObject.builder().put(TARGET, returned.previousOwner());
    if (returned.metadata() instanceof Metadata.Structured(JsonObject object, int rawBytes)) {
      object.members().forEach(member -> described.put(member.name(), member.value()));
    }
    return described.build();
  }
}
