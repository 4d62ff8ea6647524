package dev.baton.core.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.CommandDefinition.Effects;
import dev.baton.core.command.ExecutionTime;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Protocol;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffLintTest {
  private static final Effects READING = new Effects(ExecutionTime.FAST, false, null, true);
  private static final Effects CHANGING = new Effects(ExecutionTime.FAST, true, null, false);
  private static final Field SESSION =
      Field.required("sessionId", HandoffShape.SESSION_ID, "The play.");

  @Test
  void domainWithoutFaultHasNoFinding() {
    assertThat(HandoffLint.of(Toys.good())).isEmpty();
  }

  @Test
  void domainWithoutHandoffsHasNoRules() {
    assertThat(HandoffLint.of(List.of(Toys.command("toy-poll")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy-status", "toy-disconnect", "toy-reconnect"})
  void familyIsComplete(String missing) {
    assertThat(HandoffLint.of(Toys.without(missing))).extracting(Finding::rule).contains("H1");
  }

  @ParameterizedTest
  @MethodSource
  void eachRuleFindsItsFault(
      String command, String rule, Function<Change, CommandDefinition> fault) {
    List<CommandDefinition> faulty =
        Toys.with(command, definition -> fault.apply(new Change(definition)));

    assertThat(HandoffLint.of(faulty)).extracting(Finding::rule).contains(rule);
  }

  static Stream<Arguments> eachRuleFindsItsFault() {
    return Stream.of(
        fault("toy-connect", "H2", "no such fallback", c -> c.handoff(live("toy-x", "text"))),
        fault("toy-poll", "H2", "fallback changes", c -> c.effects(CHANGING)),
        fault("toy-poll", "H2", "fallback hands off", c -> c.handoff(Toys.LIVE)),
        fault(
            "toy-poll",
            "H2",
            "fallback not for agents",
            c -> c.labels(Labels.single(Labels.Action.READ))),
        fault(
            "toy-poll",
            "H2",
            "fallback hidden",
            c -> c.exposure(new Exposure(true, false, true, true))),
        fault("toy-connect", "H3", "other capabilities", c -> c.handoff(live("toy-poll", "text"))),
        fault("toy-reconnect", "H3", "no handoff", c -> c.handoff(null)),
        fault("toy-connect", "H3", "no capabilities", c -> c.handoff(live("toy-poll"))),
        fault("toy-connect", "H3", "other output", c -> c.output(new FieldType.Anything())),
        fault("toy-connect", "H4", "takes a session", c -> c.input(Shape.of(SESSION))),
        fault("toy-connect", "H4", "other undo", c -> c.undo("toy-status")),
        fault("toy-status", "H4", "takes no session", c -> c.input(Shape.EMPTY)),
        fault("toy-disconnect", "H4", "requires nothing", c -> c.requires(List.of())),
        fault(
            "toy-reconnect",
            "H4",
            "required cursor",
            c -> c.input(Shape.of(SESSION, Field.requiredText("lastToyId", 20, "The last.")))),
        fault("toy-status", "H5", "changes something", c -> c.effects(CHANGING)),
        fault("toy-connect", "H5", "changes nothing", c -> c.effects(READING)),
        fault("toy-disconnect", "H5", "not idempotent", c -> c.effects(CHANGING)),
        fault(
            "toy-disconnect",
            "H5",
            "destructive",
            c -> c.effects(new Effects(ExecutionTime.FAST, true, "Sure?", true))),
        fault("toy-status", "H5", "declares nothing", c -> c.errors(List.of())),
        fault(
            "toy-reconnect",
            "H5",
            "declares too little",
            c -> c.errors(List.of(ErrorCodes.SESSION_NOT_FOUND, ErrorCodes.SESSION_CLOSED))));
  }

  private static HandoffDefinition live(String fallback, String... capabilities) {
    return new HandoffDefinition(
        Protocol.WEBSOCKET, List.of(), true, fallback, false, List.of(capabilities));
  }

  private static Arguments fault(
      String command, String rule, String what, Function<Change, CommandDefinition> change) {
    return Arguments.of(command, rule, named(what, change));
  }
}
