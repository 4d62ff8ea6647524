package dev.baton.survey.webhook;

import dev.baton.survey.core.inbound.Ignored;
import dev.baton.survey.core.inbound.Inbound;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.inbound.RolesChanged;
import dev.baton.survey.inbound.Element;
import dev.baton.survey.store.ParticipantKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Takes the elements of one delivery in: each participant's in order of their time, participants
 * side by side. Returns when every element has met its fate. Source: survey spec §2.3.
 */
final class Intake {
  private final ItemIntake items;
  private final RolesIntake roles;
  private final DeadLetters deadLetters;
  private final int parallel;

  Intake(ItemIntake items, RolesIntake roles, DeadLetters deadLetters, int parallel) {
    this.items = items;
    this.roles = roles;
    this.deadLetters = deadLetters;
    this.parallel = parallel;
  }

  /** An item with the wire value that it came from. */
  record Received(Item item, Element element) {}

  Tally take(List<Element> elements) {
    List<Fate> fates = new ArrayList<>();
    Map<ParticipantKey, List<Received>> lines = new LinkedHashMap<>();
    for (Element element : elements) {
      switch (element) {
        case Element.Unreadable unreadable ->
            fates.add(deadLetters.keep(element, unreadable.fault()));
        case Element.Understood(var wire, boolean standby, Inbound meaning) -> {
          switch (meaning) {
            case Ignored(String reason) -> fates.add(new Fate.Inert(reason));
            case RolesChanged changed -> fates.add(roles.take(changed));
            case Item item -> line(lines, item).add(new Received(item, element));
          }
        }
      }
    }
    fates.addAll(takeLines(lines));
    return Tally.of(fates);
  }

  private static List<Received> line(Map<ParticipantKey, List<Received>> lines, Item item) {
    return lines.computeIfAbsent(
        new ParticipantKey(item.pageId(), item.userId()), key -> new ArrayList<>());
  }

  private List<Fate> takeLines(Map<ParticipantKey, List<Received>> lines) {
    List<Callable<List<Fate>>> tasks = new ArrayList<>();
    PagesOfDelivery pages = items.pages();
    lines.forEach((key, line) -> tasks.add(() -> items.take(pages, inOrder(line))));
    if (tasks.size() == 1) {
      return run(tasks.getFirst());
    }
    return runAll(tasks);
  }

  private static List<Received> inOrder(List<Received> line) {
    return line.stream()
        .sorted(Comparator.comparingLong(received -> received.item().timestamp()))
        .toList();
  }

  private List<Fate> runAll(List<Callable<List<Fate>>> tasks) {
    Semaphore seats = new Semaphore(parallel);
    List<Fate> fates = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Fate>>> running = new ArrayList<>();
      for (Callable<List<Fate>> task : tasks) {
        running.add(threads.submit(() -> seated(seats, task)));
      }
      for (Future<List<Fate>> one : running) {
        fates.addAll(one.get());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The delivery was interrupted.", interrupted);
    } catch (ExecutionException fault) {
      throw new IllegalStateException("The delivery could not be taken in.", fault);
    }
    return fates;
  }

  private static List<Fate> seated(Semaphore seats, Callable<List<Fate>> task) throws Exception {
    seats.acquire();
    try {
      return task.call();
    } finally {
      seats.release();
    }
  }

  private static List<Fate> run(Callable<List<Fate>> task) {
    try {
      return task.call();
    } catch (Exception fault) {
      throw new IllegalStateException("The delivery could not be taken in.", fault);
    }
  }
}
