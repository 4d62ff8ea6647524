package dev.baton.agent.stream;

import dev.baton.agent.core.position.TailPause;
import dev.baton.agent.core.viewer.StreamTimes;
import dev.baton.shell.config.SettingFault;
import dev.baton.shell.config.Settings;
import dev.baton.shell.limit.Rate;
import java.time.Duration;
import java.util.Set;

/**
 * What an operator may want to change about streams.
 *
 * @param times how long they last and are silent
 * @param pauses how often the log is read
 * @param room how many may watch a session
 * @param origins the origins of pages that may use cookies
 * @param emptyAsJson whether there is a body where there is nothing to tell
 * @param drain how long streams may take to end when the server stops, before they are cut
 */
record StreamSettings(
    StreamTimes times,
    TailPause pauses,
    Attendance.Room room,
    Set<String> origins,
    boolean emptyAsJson,
    Duration drain) {
  private static final Duration USUAL_DRAIN = Duration.ofSeconds(1);

  /** The settings as configured. */
  static StreamSettings of(Settings settings) {
    return new StreamSettings(
        times(settings),
        new TailPause(settings.duration("AGENT_STREAM_TAIL_HOT", TailPause.USUAL.hot())),
        new Attendance.Room(
            settings.integer("AGENT_STREAM_VIEWERS", 8),
            Rate.parse("AGENT_STREAM_OPENS", settings.text("AGENT_STREAM_OPENS", "30/PT1M/30"))),
        Set.of(settings.text("BATON_ALLOWED_ORIGINS", "").split(",", -1)),
        emptyAsJson(settings.text("AGENT_STREAM_EMPTY_REPLY", "204")),
        settings.duration("AGENT_STREAM_DRAIN", USUAL_DRAIN));
  }

  private static StreamTimes times(Settings settings) {
    StreamTimes usual = StreamTimes.USUAL;
    return new StreamTimes(
        settings.duration("AGENT_STREAM_HEARTBEAT", usual.heartbeat()),
        settings.duration("AGENT_STREAM_LONGEST", usual.longest()),
        usual.reserve(),
        settings.duration("AGENT_STREAM_LEASE", usual.lease()),
        usual.rest(),
        usual.overtime(),
        settings.duration("AGENT_STREAM_IDLE", usual.idle()),
        usual.patience());
  }

  private static boolean emptyAsJson(String reply) {
    return switch (reply) {
      case "204" -> false;
      case "json" -> true;
      default ->
          throw new SettingFault(
              "Setting AGENT_STREAM_EMPTY_REPLY is '"
                  + reply
                  + "', which is neither 204 nor json.");
    };
  }
}
