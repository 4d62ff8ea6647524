package dev.baton.local.graph.messenger;

import dev.baton.local.graph.webhook.Channel;
import java.time.Duration;
import java.util.Set;

/**
 * How Messenger routes conversations of the page. Source: Meta, "Conversation Routing", which keeps
 * the calls and events of the older handover protocol.
 *
 * @param defaultApp gets new and idle conversations and may take any thread; our app, as a rule
 * @param idleAfter silence after which an app loses its thread
 * @param window time after a person's last message in which an app may write
 * @param handovers the array in which changes of control are told
 * @param tellAll our app hears of changes of control that do not concern it
 * @param tellReleases our app hears when another app gives a thread up; Meta's documents differ
 * @param acceptStrangers an app may write to people who never wrote
 * @param absentApps apps that are not connected to the page: no thread can be passed to them
 */
public record RoutingRules(
    String defaultApp,
    Duration idleAfter,
    Duration window,
    Channel handovers,
    boolean tellAll,
    boolean tellReleases,
    boolean acceptStrangers,
    Set<String> absentApps) {

  public static RoutingRules withDefaultApp(String appId) {
    return new RoutingRules(
        appId,
        Duration.ofHours(24),
        Duration.ofHours(24),
        Channel.MESSAGING,
        false,
        true,
        true,
        Set.of());
  }
}
