package dev.baton.survey.webhook;

import dev.baton.shell.aws.AwsFaults;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.machine.Outcome;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.participants.Handled;
import dev.baton.survey.participants.KnownPages;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.PageRow;
import dev.baton.survey.webhook.Intake.Received;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in the items of one participant, one after the other. Whatever goes wrong with an item is
 * that item's fate.
 */
final class ItemIntake {
  private final KnownPages pages;
  private final Participants participants;
  private final DeadLetters deadLetters;

  ItemIntake(KnownPages pages, Participants participants, DeadLetters deadLetters) {
    this.pages = pages;
    this.participants = participants;
    this.deadLetters = deadLetters;
  }

  PagesOfDelivery pages() {
    return new PagesOfDelivery(pages);
  }

  List<Fate> take(PagesOfDelivery pages, List<Received> line) {
    List<Fate> fates = new ArrayList<>();
    boolean stopped = false;
    for (Received received : line) {
      // What comes after an item that comes again would overtake it.
      Fate fate = stopped ? new Fate.AskedAgain() : take(pages, received);
      stopped = fate instanceof Fate.AskedAgain;
      fates.add(fate);
    }
    return fates;
  }

  private Fate take(PagesOfDelivery pages, Received received) {
    Item item = received.item();
    try {
      PageRow page = pages.of(item);
      if (page == null) {
        return new Fate.Inert("unknown_page");
      }
      return fate(received, participants.handle(page, item.userId(), new Command.Arrived(item)));
    } catch (RuntimeException fault) {
      return AwsFaults.mayPass(fault)
          ? deadLetters.askAgain(item, fault)
          : deadLetters.keep(received.element(), fault);
    }
  }

  private Fate fate(Received received, Handled handled) {
    return switch (handled) {
      case Handled.Contended() -> new Fate.AskedAgain();
      case Handled.Decided(var before, var decision) ->
          switch (decision.outcome()) {
            case Outcome.Committed() -> new Fate.Committed();
            case Outcome.Inert(String reason) -> new Fate.Inert(reason);
            case Outcome.Refused(String code, String message) -> new Fate.Inert(code);
            case Outcome.DeadLettered(String reason) ->
                deadLetters.keep(received.element(), reason);
            case Outcome.Lacks lacks ->
                throw new IllegalStateException("A decision was made without " + lacks.need());
          };
    };
  }
}
