package dev.baton.local.model.reply;

import dev.baton.local.model.wire.MessageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stream of a reply as steps: frames and pauses, and perhaps an early end. */
public final class Frames {
  private Frames() {}

  /** The steps of a reply to a request; the same for the same two. */
  public static List<Step> of(Reply reply, MessageRequest request) {
    List<Step> steps = new MessageFrames(reply, request).all();
    Optional<Fault.Ping> ping = reply.only(Fault.Ping.class).findFirst();
    if (ping.isPresent()) {
      steps = withPings(steps, ping.get().every());
    }
    Optional<Fault.ErrorEvent> error = reply.only(Fault.ErrorEvent.class).findFirst();
    if (error.isPresent()) {
      steps = first(steps, error.get().after());
      steps.add(Step.Frame.of("error", error.get().error().toJson(null).without("type")));
    }
    Optional<Fault.CutAfterFrames> cut = reply.only(Fault.CutAfterFrames.class).findFirst();
    if (cut.isPresent()) {
      steps = first(steps, cut.get().after());
      steps.add(new Step.Cut());
    }
    return List.copyOf(steps);
  }

  private static List<Step> withPings(List<Step> steps, int every) {
    List<Step> more = new ArrayList<>();
    int frames = 0;
    for (Step step : steps) {
      more.add(step);
      if (step instanceof Step.Frame && ++frames % every == 0) {
        more.add(Step.Frame.ping());
      }
    }
    return more;
  }

  /** The steps up to the frame of this number; all when there are fewer. */
  private static List<Step> first(List<Step> steps, int frames) {
    List<Step> kept = new ArrayList<>();
    int left = frames;
    for (Step step : steps) {
      if (step instanceof Step.Frame && left-- == 0) {
        return kept;
      }
      kept.add(step);
    }
    return kept;
  }
}
