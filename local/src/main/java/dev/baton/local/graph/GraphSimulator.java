package dev.baton.local.graph;

import dev.baton.local.graph.api.CallLog;
import dev.baton.local.graph.api.Callers;
import dev.baton.local.graph.api.Endpoints;
import dev.baton.local.graph.api.GraphApi;
import dev.baton.local.graph.control.ControlApi;
import dev.baton.local.graph.control.ControlScope;
import dev.baton.local.graph.fault.FaultRules;
import dev.baton.local.graph.http.HttpAnswer;
import dev.baton.local.graph.http.HttpCall;
import dev.baton.local.graph.http.HttpDoor;
import dev.baton.local.graph.messenger.Echoes;
import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.messenger.PageMessages;
import dev.baton.local.graph.messenger.ParticipantActs;
import dev.baton.local.graph.messenger.ThreadControl;
import dev.baton.local.graph.participant.Participants;
import dev.baton.local.graph.partner.PartnerApps;
import dev.baton.local.graph.thread.ConversationJournal;
import dev.baton.local.graph.thread.Conversations;
import dev.baton.local.graph.thread.JournalFile;
import dev.baton.local.graph.time.Activity;
import dev.baton.local.graph.time.Chance;
import dev.baton.local.graph.time.CountedTimeline;
import dev.baton.local.graph.webhook.DeliveryLog;
import dev.baton.local.graph.webhook.PendingFile;
import dev.baton.local.graph.webhook.PendingItems;
import dev.baton.local.graph.webhook.WebhookCourier;
import dev.baton.local.graph.webhook.WebhookRules;
import dev.baton.local.time.SystemTimeline;
import dev.baton.local.time.Timeline;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/**
 * A running simulator of the Graph API with its partner apps and its people. It listens from its
 * construction until it is closed; what it can be told is in {@code docs/wire.md}.
 */
public final class GraphSimulator implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final GraphApi graph;
  private final ControlApi control;
  private final HttpDoor door;

  /**
   * @throws IllegalStateException if the port is taken
   */
  public GraphSimulator(GraphSimulatorSettings settings) {
    Ground ground = ground(settings);
    Messenger messenger = ground.messenger();
    ThreadControl threads = new ThreadControl(messenger);
    restore(ground, threads);
    PageMessages pageMessages = new PageMessages(messenger, threads);
    Echoes echoes = new Echoes(messenger);
    ParticipantActs acts = new ParticipantActs(messenger, threads);
    Participants participants = new Participants(messenger, acts);
    PartnerApps partners = new PartnerApps(messenger, threads, pageMessages, echoes, acts);
    FaultRules faults = new FaultRules(messenger.chance());
    CallLog calls = new CallLog(settings.logSize());
    Callers callers = new Callers(settings.appId(), settings.pageAccessTokens());
    Endpoints endpoints =
        new Endpoints(messenger, threads, pageMessages, echoes, participants, partners);
    ControlScope scope =
        new ControlScope(
            messenger,
            threads,
            acts,
            participants,
            partners,
            faults,
            ground.courier(),
            ground.deliveries(),
            calls);
    this.graph = new GraphApi(messenger, callers, faults, endpoints, calls);
    this.control = new ControlApi(scope);
    this.door = opened(new HttpDoor(settings.port(), this::answer));
    // Closed first: a hanging call would hold the door.
    parts.push(faults::clear);
    open();
  }

  private void open() {
    try {
      door.open();
    } catch (IllegalStateException taken) {
      close();
      throw taken;
    }
  }

  /** Where it listens, without a trailing slash: what {@code GRAPH_BASE_URL} is set to. */
  public URI address() {
    return door.address();
  }

  /** The same simulator as a Jetty handler, to be mounted in another server. */
  public Handler handler() {
    return HttpDoor.handler(this::answer);
  }

  private HttpAnswer answer(HttpCall call) {
    boolean order = !call.segments().isEmpty() && call.segments().getFirst().equals("simulator");
    return order ? control.answer(call) : graph.answer(call);
  }

  private Ground ground(GraphSimulatorSettings settings) {
    Activity activity = new Activity();
    Timeline timeline = new CountedTimeline(timeline(settings), activity);
    Chance chance = new Chance(settings.seed());
    DeliveryLog deliveries = new DeliveryLog(settings.logSize());
    Memory memory = memory(settings);
    WebhookCourier courier =
        opened(
            new WebhookCourier(
                settings.appSecret(),
                WebhookRules.to(settings.webhook()),
                timeline,
                chance,
                deliveries,
                memory == null ? PendingItems.NONE : memory.pending()));
    Conversations conversations =
        new Conversations(
            settings.firstPage(), memory == null ? ConversationJournal.NONE : memory.journal());
    Messenger messenger =
        new Messenger(settings.appId(), conversations, courier, timeline, activity, chance);
    return new Ground(messenger, courier, deliveries, memory);
  }

  private @Nullable Memory memory(GraphSimulatorSettings settings) {
    Path directory = settings.dataDirectory();
    return directory == null
        ? null
        : new Memory(opened(new JournalFile(directory)), opened(new PendingFile(directory)));
  }

  private Timeline timeline(GraphSimulatorSettings settings) {
    Timeline given = settings.timeline();
    return given == null ? opened(new SystemTimeline()) : given;
  }

  private static void restore(Ground ground, ThreadControl threads) {
    Memory memory = ground.memory();
    if (memory != null) {
      Conversations conversations = ground.messenger().conversations();
      memory.journal().restore(conversations);
      conversations.all().forEach(threads::watch);
      memory.pending().restore(item -> ground.courier().send(item));
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /** Stops listening, ends hanging calls and forgets what was under way. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception cause) {
        throw new IllegalStateException("The Graph simulator did not stop cleanly.", cause);
      }
    }
  }

  /** What everything else stands on. */
  private record Ground(
      Messenger messenger,
      WebhookCourier courier,
      DeliveryLog deliveries,
      @Nullable Memory memory) {}

  /** What survives a restart. */
  private record Memory(JournalFile journal, PendingFile pending) {}
}
