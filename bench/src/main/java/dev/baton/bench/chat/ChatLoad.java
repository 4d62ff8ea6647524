package dev.baton.bench.chat;

import dev.baton.bench.capacity.Bill;
import dev.baton.bench.capacity.CapacityMeter;
import dev.baton.bench.capacity.Consumption;
import dev.baton.bench.figure.Spread;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.client.Commands;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Runs the whole stack in this JVM with 2, 100 and 1,000 connections in a room, each a WebSocket of
 * its own over the loopback. Prints: from a {@code chat-send} by command, and by frame, to the
 * {@code message} frame at every connection; consumed capacity of connecting, sending and polling.
 * The next message is sent when everybody has the one before.
 */
public final class ChatLoad {
  private static final String WITHIN_LIMITS = "1000000/PT1S/1000000";
  private static final int POLLS = 50;
  private static final int CONNECTS = 20;
  private static final int QUIET_MILLIS = 700;

  private final Commands commands;
  private final PrintStream out = System.out;
  private int sent;

  private ChatLoad(Commands commands) {
    this.commands = commands;
  }

  /** Runs it from the folder of the template. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings =
        Map.of(
            "PORT", "0",
            "BATON_RATE_HANDOFF", WITHIN_LIMITS,
            "BATON_RATE_WRITE", WITHIN_LIMITS,
            "BATON_CHAT_SEND_RATE", WITHIN_LIMITS,
            "BATON_CHAT_POLL_RATE", WITHIN_LIMITS);
    try (LocalStack stack = LocalStack.start(LocalStackSettings.of(settings))) {
      ChatLoad load = new ChatLoad(new Commands(stack.apiUrl()));
      load.room(2, 300);
      load.room(100, 100);
      load.room(1_000, 30);
    }
  }

  private void room(int connections, int messages) throws Exception {
    String room = "room-" + connections;
    try (RoomCrowd crowd = new RoomCrowd(commands, room)) {
      crowd.gather(connections);
      settle();
      out.printf("%n%d connections%n", connections);
      for (int message = 0; message < messages; message++) { // Warms the path up.
        crowd.sendByCommand(nextText());
        crowd.sendByFrame(nextText());
      }
      byCommand(crowd, messages);
      byFrame(crowd, messages);
      capacity(crowd, room);
    }
    settle();
  }

  private void byCommand(RoomCrowd crowd, int messages) throws Exception {
    Map<String, Consumption> before = settled();
    long[][] took = new long[messages][];
    for (int message = 0; message < messages; message++) {
      took[message] = crowd.sendByCommand(nextText());
    }
    settle();
    report("command to message frame", took);
    new Bill(CapacityMeter.since(before), messages).print(out, "message by command");
  }

  private void byFrame(RoomCrowd crowd, int messages) throws Exception {
    Map<String, Consumption> before = settled();
    long[][] took = new long[messages][];
    for (int message = 0; message < messages; message++) {
      took[message] = crowd.sendByFrame(nextText());
    }
    settle();
    report("frame to message frame", took);
    new Bill(CapacityMeter.since(before), messages).print(out, "message by frame");
  }

  private void report(String name, long[][] took) {
    out.printf("%s, each connection: %s%n", name, Spread.of(flat(took)).ofNanos());
    long[] last = Arrays.stream(took).mapToLong(each -> each[each.length - 1]).toArray();
    out.printf("%s, last connection: %s%n", name, Spread.of(last).ofNanos());
  }

  private static long[] flat(long[][] took) {
    return Arrays.stream(took).flatMapToLong(Arrays::stream).toArray();
  }

  private void capacity(RoomCrowd crowd, String room) throws Exception {
    measure(
        "message by command with clientMessageId",
        POLLS,
        () ->
            commands.data(
                "chat-send",
                Map.of("roomId", room, "text", nextText(), "clientMessageId", "c-" + sent)));
    String last =
        commands
            .data("chat-poll", Map.of("roomId", room, "latest", true, "limit", 1))
            .path("lastMessageId")
            .asText();
    measure(
        "poll that finds nothing new",
        POLLS,
        () -> commands.data("chat-poll", Map.of("roomId", room, "since", last)));
    measure(
        "poll that finds 20 messages",
        POLLS,
        () -> commands.data("chat-poll", Map.of("roomId", room, "latest", true, "limit", 20)));
    Map<String, Consumption> before = settled();
    crowd.gather(CONNECTS);
    settle();
    new Bill(CapacityMeter.since(before), CONNECTS).print(out, "connect, socket and welcome");
  }

  private void measure(String name, int calls, Callable<?> call) throws Exception {
    Map<String, Consumption> before = settled();
    for (int done = 0; done < calls; done++) {
      call.call();
    }
    settle();
    new Bill(CapacityMeter.since(before), calls).print(out, name);
  }

  private String nextText() {
    sent++;
    return "message %06d, as long as people write".formatted(sent);
  }

  private Map<String, Consumption> settled() throws InterruptedException {
    settle();
    return CapacityMeter.snapshot();
  }

  /** Waits until nothing is consumed any more. */
  private static void settle() throws InterruptedException {
    Map<String, Consumption> before;
    do {
      before = CapacityMeter.snapshot();
      TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
    } while (!before.equals(CapacityMeter.snapshot()));
  }
}
