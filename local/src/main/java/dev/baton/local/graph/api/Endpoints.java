package dev.baton.local.graph.api;

import dev.baton.local.graph.messenger.Echoes;
import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.messenger.PageMessages;
import dev.baton.local.graph.messenger.ThreadControl;
import dev.baton.local.graph.participant.Participants;
import dev.baton.local.graph.partner.PartnerApps;
import java.util.Map;
import java.util.Set;

/** The edges of a page that exist. */
public final class Endpoints {

  private final Map<String, Endpoint> byName;

  public Endpoints(
      Messenger messenger,
      ThreadControl control,
      PageMessages pageMessages,
      Echoes echoes,
      Participants participants,
      PartnerApps partners) {
    ControlEndpoints controls = new ControlEndpoints(control, partners);
    this.byName =
        Map.of(
            "POST messages",
            new SendEndpoint(messenger, pageMessages, echoes, participants),
            "POST pass_thread_control",
            controls::pass,
            "POST take_thread_control",
            controls::take,
            "POST release_thread_control",
            controls::release,
            "POST request_thread_control",
            controls::request,
            "GET thread_owner",
            controls::owner);
  }

  /** By method, a blank and the name of the edge. */
  Map<String, Endpoint> byName() {
    return byName;
  }

  /** Names of the edges, for orders of faults. */
  public static Set<String> names() {
    return Set.of(
        "messages",
        "pass_thread_control",
        "take_thread_control",
        "release_thread_control",
        "request_thread_control",
        "thread_owner");
  }
}
