package dev.baton.survey.webhook;

import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.survey.core.inbound.RolesChanged;
import java.util.Map;

/**
 * Takes in changes of the roles that apps play on a page. They move no survey, but losing ours is
 * worth an alarm.
 */
final class RolesIntake {
  private final String ourAppId;
  private final Log log;
  private final Metrics metrics;

  RolesIntake(String ourAppId, Log log, Metrics metrics) {
    this.ourAppId = ourAppId;
    this.log = log;
    this.metrics = metrics;
  }

  Fate take(RolesChanged changed) {
    boolean lost = changed.takesPrimaryReceiverFrom(ourAppId);
    log.info("app_roles", Map.of("page_id", changed.pageId(), "not_primary_receiver", lost));
    if (lost) {
      metrics.count("not_primary_receiver", Map.of());
    }
    return new Fate.Inert("app_roles");
  }
}
