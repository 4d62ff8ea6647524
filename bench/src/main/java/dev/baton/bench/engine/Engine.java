package dev.baton.bench.engine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.form.compile.FormCompiler;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.machine.Context;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.machine.Loaded;
import dev.baton.survey.core.machine.Need;
import dev.baton.survey.core.machine.PageSettings;
import dev.baton.survey.core.machine.SurveyMachine;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.forms.YamlDescriptions;
import dev.baton.survey.inbound.Delivery;
import dev.baton.survey.inbound.Element;
import dev.baton.survey.inbound.WebhookReader;
import java.util.Objects;

/**
 * One participant and the engine, in memory. Effects are rendered to their JSON and count as done
 * at once.
 */
final class Engine {
  static final String PAGE = "112233445566778";
  static final String USER = "4567890123456789";
  static final String OURS = "555000111";
  static final String SHORTCODE = "BENCH";
  static final long START = 1_767_225_600_000L;

  private final WebhookReader reader = new WebhookReader(OURS);
  private final Loaded loaded;
  private Participant participant = Participant.stranger(PAGE, USER, "owner");
  private long now = START;
  private int written;

  Engine(Form form) {
    this.loaded =
        Loaded.NOTHING
            .with(new Need.NewestForm(SHORTCODE), form)
            .with(new Need.FormVersion(SHORTCODE, form.version()), form)
            .with(new Need.Taken(SHORTCODE), false);
  }

  /** Compiles a form that must be without error. */
  static Form compile(String text) {
    Json json = JsonReader.keepingDuplicates(100).readOwn(text);
    FormSource source = new FormSource(SHORTCODE, 1, json, null, FormOptions.DEFAULT);
    return Objects.requireNonNull(
        new FormCompiler(new YamlDescriptions()).compile(source).form(),
        "the form does not compile");
  }

  /** Takes a webhook body in and delivers what follows. */
  Engine take(byte[] body, long timestamp) {
    now = timestamp;
    if (!(reader.read(body, now) instanceof Delivery.Elements(var elements))) {
      throw new IllegalStateException("The webhook was not understood.");
    }
    for (Element element : elements) {
      if (element instanceof Element.Understood(var wire, var standby, Item item)) {
        decide(new Command.Arrived(item));
      }
    }
    deliver();
    return this;
  }

  /** A signal from outside. */
  Engine signal(JsonObject event) {
    decide(new Command.Signalled(event, null));
    deliver();
    return this;
  }

  private void deliver() {
    OutboxEntry head = participant.outbox().head();
    while (head != null && (head.isStarted() || head.isReady(now))) {
      written += outgoing(head.effect());
      decide(new Command.EffectDone(head.id()));
      head = participant.outbox().head();
    }
  }

  private static int outgoing(Effect effect) {
    return switch (effect) {
      case Effect.Send send -> send.body().write().length();
      case Effect.PassThread pass -> pass.body().write().length();
      case Effect.TakeThread take -> take.body().write().length();
      case Effect.ArmTimer arm -> 0;
      case Effect.CancelTimer cancel -> 0;
    };
  }

  private void decide(Command command) {
    Context context = new Context(now, OURS, 60_000, PageSettings.DEFAULT, loaded);
    Decision decision = SurveyMachine.decide(command, participant, context);
    if (decision.writes()) {
      participant = decision.next();
      written += decision.body().length();
    }
  }

  Participant participant() {
    return participant;
  }

  /** Characters of state and outgoing JSON written so far. */
  int written() {
    return written;
  }
}
