package dev.baton.chat;

import dev.baton.chat.core.room.RoomRules;
import dev.baton.chat.handoff.ChatHandoffs;
import dev.baton.chat.room.Rooms;
import dev.baton.chat.store.DynamoNameStore;
import dev.baton.core.command.CommandDefinition;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.limit.Rate;
import dev.baton.shell.live.ConnectionRate;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.room.DynamoGuestStore;
import dev.baton.shell.room.DynamoLogWriter;
import dev.baton.shell.room.LogSettings;
import dev.baton.shell.session.DynamoParticipantIds;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import java.time.Duration;
import java.util.function.Function;

/**
 * What the chat functions are made of beside the parts of all functions with sessions. The only
 * place of this domain that reads settings or builds clients.
 *
 * @param live the parts of all functions with sessions
 */
public record ChatWiring(LiveWiring live) {
  private static final int MOST_PARTICIPANTS = 1_000;
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);
  private static final Duration TYPING_PAUSE = Duration.ofSeconds(2);

  /** The wiring of this process. */
  public static ChatWiring ofProcess() {
    return new ChatWiring(LiveWiring.ofProcess());
  }

  /** The edge of a command that does not hand off. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition, Function<Arguments, I> typed, Command<I> command) {
    return CommandEdge.of(definition, typed, command, live.edgeParts());
  }

  /** The edge of a command that hands off. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Command<I> command,
      ChatHandoffs handoffs) {
    return CommandEdge.handingOff(definition, typed, command, handoffs, live.edgeParts());
  }

  /** Rooms for those who only read, or who enter by their session. */
  public Rooms rooms() {
    return rooms(new RoomRules(false, 0));
  }

  /** Rooms that come into being by being used. */
  public Rooms openRooms() {
    return rooms(new RoomRules(autoCreate(), 0));
  }

  /** The same, with as many places as configured. */
  public Rooms limitedRooms() {
    int most = live.settings().integer("BATON_CHAT_MAX_PARTICIPANTS", MOST_PARTICIPANTS);
    return rooms(new RoomRules(autoCreate(), most));
  }

  private boolean autoCreate() {
    return Boolean.parseBoolean(live.settings().text("BATON_CHAT_AUTO_CREATE", "true"));
  }

  private Rooms rooms(RoomRules rules) {
    return new Rooms(
        live.logs(),
        live.members(),
        new DynamoParticipantIds(live.table()),
        new DynamoNameStore(live.table()),
        rules);
  }

  /** Who may enter which private room. */
  public DynamoGuestStore guests() {
    return new DynamoGuestStore(live.table(), live.surroundings().clock());
  }

  /** What issues tokens. */
  public ChatHandoffs handoffs(Sessions sessions, Rooms rooms) {
    return new ChatHandoffs(sessions, rooms, new Tokens(), live.endpoint());
  }

  /** What stores messages. */
  public DynamoLogWriter writer() {
    LogSettings usual = LogSettings.DEFAULTS;
    Duration retention = live.settings().duration("BATON_CHAT_RETENTION", usual.retention());
    return new DynamoLogWriter(
        live.table(),
        new LogSettings(retention, usual.once()),
        live.surroundings().clock(),
        live.surroundings().pause());
  }

  /** Milliseconds between polls of a reader who has everything. */
  public long pollInterval() {
    return live.settings().duration("BATON_CHAT_POLL_INTERVAL", POLL_INTERVAL).toMillis();
  }

  /** How often one connection may send. */
  public ConnectionRate sendRate() {
    String text = live.settings().text("BATON_CHAT_SEND_RATE", "10/PT1S/50");
    return live.rate("chat-send", Rate.parse("BATON_CHAT_SEND_RATE", text));
  }

  /** How often one connection may poll. */
  public ConnectionRate pollRate() {
    String text = live.settings().text("BATON_CHAT_POLL_RATE", "5/PT1S/10");
    return live.rate("chat-poll", Rate.parse("BATON_CHAT_POLL_RATE", text));
  }

  /** How often one connection may say that somebody types. */
  public ConnectionRate typingRate() {
    return live.rate("chat-typing", new Rate(1, TYPING_PAUSE, 1));
  }
}
