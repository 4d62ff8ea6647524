package dev.baton.local.graph.time;

import dev.baton.local.time.Timeline;
import java.time.Instant;

/**
 * A timeline whose actions count as activity: those that are due at once from the moment they are
 * given, so that nothing takes them back; the others only while they run.
 */
public final class CountedTimeline implements Timeline {

  private final Timeline timeline;
  private final Activity activity;

  public CountedTimeline(Timeline timeline, Activity activity) {
    this.timeline = timeline;
    this.activity = activity;
  }

  @Override
  public Instant instant() {
    return timeline.instant();
  }

  @Override
  public Appointment at(Instant moment, Runnable action) {
    if (moment.isAfter(instant())) {
      return timeline.at(moment, activity.counted(action));
    }
    activity.begun();
    timeline.at(moment, activity.finishing(action));
    return () -> {};
  }
}
