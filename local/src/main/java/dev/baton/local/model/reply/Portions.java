package dev.baton.local.model.reply;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns frames into the bytes that are written at once: a frame each, or portions of given sizes,
 * which end anywhere, also within a character. A pause writes what is there before it.
 */
public final class Portions {
  private final List<Integer> sizes;
  private final List<Step> steps = new ArrayList<>();
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private int left;
  private int portions;

  private Portions(Reply reply) {
    this.sizes = reply.pace().chunks();
    this.left =
        reply
            .only(Fault.CutAfterBytes.class)
            .map(Fault.CutAfterBytes::after)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
  }

  /** The steps with bytes in place of frames. */
  public static List<Step> of(Reply reply, List<Step> frames) {
    return new Portions(reply).all(frames);
  }

  /** The same for an answer in one piece. */
  public static List<Step> of(Reply reply, byte[] whole) {
    Portions portions = new Portions(reply);
    portions.write(whole);
    Optional<Fault.CutAfterFrames> cut = reply.only(Fault.CutAfterFrames.class).findFirst();
    return cut.isPresent() ? List.of(new Step.Cut()) : List.copyOf(portions.steps);
  }

  private List<Step> all(List<Step> frames) {
    for (Step step : frames) {
      switch (step) {
        case Step.Frame frame -> frame(frame.bytes());
        case Step.Bytes bytes -> write(bytes.bytes());
        case Step.Pause pause -> other(pause);
        case Step.Cut cut -> other(cut);
      }
      if (left < 0) {
        return List.copyOf(steps);
      }
    }
    flush();
    return List.copyOf(steps);
  }

  private void other(Step step) {
    flush();
    steps.add(step);
  }

  private void frame(byte[] bytes) {
    if (sizes.isEmpty()) {
      write(bytes);
      return;
    }
    for (byte each : bytes) {
      waiting.write(each);
      if (waiting.size() >= sizes.get(portions % sizes.size())) {
        flush();
      }
    }
  }

  private void flush() {
    if (waiting.size() > 0) {
      write(waiting.toByteArray());
      waiting.reset();
      portions++;
    }
  }

  private void write(byte[] bytes) {
    if (left < 0) {
      return;
    }
    int fits = Math.min(left, bytes.length);
    if (fits > 0) {
      steps.add(new Step.Bytes(Arrays.copyOf(bytes, fits)));
    }
    left -= fits;
    if (fits < bytes.length || left == 0) {
      steps.add(new Step.Cut());
      left = -1;
    }
  }
}
