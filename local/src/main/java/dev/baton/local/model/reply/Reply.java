package dev.baton.local.model.reply;

import dev.baton.local.model.wire.ApiError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the stand-in.
 *
 * @param stopReason null for the natural one of the blocks
 * @param usage null for what the request and the blocks make of it
 */
public record Reply(
    List<Block> blocks,
    Pace pace,
    List<Fault> faults,
    @Nullable String stopReason,
    @Nullable Usage usage) {

  /** A reply with copies of the lists. */
  public Reply {
    blocks = List.copyOf(blocks);
    faults = List.copyOf(faults);
  }

  /** A reply that nothing goes wrong with. */
  public static Reply of(List<Block> blocks, Pace pace) {
    return new Reply(blocks, pace, List.of(), null, null);
  }

  /** A refusal in place of a message. */
  public static Reply refusing(ApiError error) {
    return of(List.of(), Pace.FAST).withFaults(List.of(new Fault.Refusal(error)));
  }

  /** The same with other faults. */
  public Reply withFaults(List<Fault> others) {
    return new Reply(blocks, pace, others, stopReason, usage);
  }

  /** The refusal that stands in place of everything else. */
  public Optional<Fault.Refusal> refusal() {
    return only(Fault.Refusal.class).findFirst();
  }

  /** The faults of one kind. */
  public <T extends Fault> Stream<T> only(Class<T> kind) {
    return faults.stream().filter(kind::isInstance).map(kind::cast);
  }

  boolean has(Fault.Quirk quirk) {
    return faults.contains(quirk);
  }

  /** The stall in a phase. */
  public Optional<Fault.Stall> stall(Fault.Phase phase) {
    return only(Fault.Stall.class).filter(stall -> stall.phase() == phase).findFirst();
  }

  /** Why the message ends. */
  String naturalStop() {
    if (has(Fault.Quirk.MAX_TOKENS_IN_TOOL)) {
      return "max_tokens";
    }
    if (stopReason != null) {
      return stopReason;
    }
    return blocks.stream().anyMatch(Block.ToolUse.class::isInstance) ? "tool_use" : "end_turn";
  }
}
