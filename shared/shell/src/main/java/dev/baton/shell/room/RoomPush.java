package dev.baton.shell.room;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames to everybody in a resource: to each connection in order, to all connections at once.
 * A connection that is gone, or takes nothing, is ended and reported; its client catches up later.
 * Returns when everybody was served.
 */
public final class RoomPush {
  private static final int MOST_AT_ONCE = 64;

  private final DynamoMemberStore members;
  private final ConnectionSender sender;
  private final Consumer<Member> lost;

  /**
   * A push.
   *
   * @param lost is told of every member whose connection is gone; called from several threads
   */
  public RoomPush(DynamoMemberStore members, ConnectionSender sender, Consumer<Member> lost) {
    this.members = members;
    this.sender = sender;
    this.lost = lost;
  }

  /** Sends frames, in their order, to those whom pushes reach now. */
  public void push(String resource, List<RoomFrame> frames) {
    push(members.roster(resource), frames);
  }

  /** The same to those of a roster that was just read. */
  public void push(Roster roster, List<RoomFrame> frames) {
    List<Text> texts = frames.stream().map(Text::new).toList();
    List<Member> live = roster.live();
    if (live.size() == 1) {
      serve(live.getFirst(), texts);
    } else if (!live.isEmpty()) {
      serveAll(live, texts);
    }
  }

  private void serveAll(List<Member> live, List<Text> texts) {
    Semaphore places = new Semaphore(MOST_AT_ONCE);
    List<Future<?>> tasks = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Member member : live) {
        places.acquireUninterruptibly();
        tasks.add(
            threads.submit(() -> {
              try {
                serve(member, texts);
              } finally {
                places.release();
              }
            }));
      }
    }
    RuntimeException fault = faults(tasks);
    if (fault != null) {
      throw fault;
    }
  }

  private static @Nullable RuntimeException faults(List<Future<?>> tasks) {
    RuntimeException fault = null;
    for (Future<?> task : tasks) {
      if (task.state() == Future.State.FAILED) {
        fault = new IllegalStateException("A push failed.", task.exceptionNow());
      }
    }
    return fault;
  }

  private void serve(Member member, List<Text> texts) {
    String connection = member.connectionId();
    if (connection == null) {
      return;
    }
    for (Text text : texts) {
      if (!text.frame.concerns(member)) {
        continue;
      }
      Delivery delivery = sender.post(connection, text.of(member));
      if (delivery != Delivery.DELIVERED) {
        if (delivery == Delivery.FAILED) {
          sender.delete(connection);
        }
        lost.accept(member);
        return;
      }
    }
  }

  /** A frame that is written once for all. */
  private static final class Text {
    private final RoomFrame frame;
    private final String forAll;
    private final String forAuthor;

    private Text(RoomFrame frame) {
      JsonObject own = frame.authorFrame();
      this.frame = frame;
      this.forAll = frame.frame().write();
      this.forAuthor = own == null ? forAll : own.write();
    }

    private String of(Member member) {
      return frame.isAuthor(member) ? forAuthor : forAll;
    }
  }
}
