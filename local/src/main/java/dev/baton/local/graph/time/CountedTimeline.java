package dev.baton.local.graph.time;

import java.time.Duration;
import java.time.Instant;

/**
 * A timeline whose tasks count as activity: those without delay from the moment they are given, the
 * others only while they run.
 */
public final class CountedTimeline implements Timeline {

  private final Timeline timeline;
  private final Activity activity;

  public CountedTimeline(Timeline timeline, Activity activity) {
    this.timeline = timeline;
    this.activity = activity;
  }

  @Override
  public Instant now() {
    return timeline.now();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    if (delay.isPositive()) {
      timeline.after(delay, activity.counted(task));
    } else {
      activity.begun();
      timeline.after(delay, activity.finishing(task));
    }
  }
}
