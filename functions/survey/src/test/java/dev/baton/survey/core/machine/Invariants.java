package dev.baton.survey.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.Episode;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.OperatorBlock;
import dev.baton.survey.core.participant.Outbox;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantJson;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What holds after every decision, survey spec §9. */
final class Invariants {
  private Invariants() {}

  static void hold(World world) {
    Participant participant = world.participant();
    outboxIsInOrder(participant.outbox());
    atMostOneRecordIsOpen(world);
    waitIsArmedExactlyInItsState(participant);
    handoffAlwaysEnds(world);
    headIsNeverStuck(world);
    itemIsBounded(participant);
  }

  private static void outboxIsInOrder(Outbox outbox) {
    List<OutboxEntry> calls =
        outbox.entries().stream().filter(entry -> entry.effect().callsGraph()).toList();
    assertThat(calls)
        .isSortedAccordingTo((first, second) ->
            first.effect().turn() == second.effect().turn()
                ? Integer.compare(index(first), index(second))
                : Long.compare(first.effect().turn(), second.effect().turn()));
    assertThat(outbox.entries().stream().skip(1).filter(OutboxEntry::isStarted)).isEmpty();
    assertThat(outbox.size()).isLessThanOrEqualTo(Outbox.ROOM);
  }

  private static int index(OutboxEntry entry) {
    return Integer.parseInt(entry.id().substring(entry.id().indexOf(':') + 1));
  }

  private static void atMostOneRecordIsOpen(World world) {
    Participant participant = world.participant();
    OpenHandoff handoff = participant.handoff();
    RunningWait wait = participant.waiting();
    boolean open = handoff != null && wait != null && !wait.suspended();
    List<String> openRecords =
        world.handoffs.values().stream()
            .filter(row -> row.text("outcome") == null)
            .map(JsonObject::write)
            .toList();
    assertThat(openRecords).hasSize(open ? 1 : 0);
  }

  private static void waitIsArmedExactlyInItsState(Participant participant) {
    OperatorBlock block = participant.operatorBlock();
    State state = block == null ? participant.state() : block.before();
    Episode episode = participant.episode();
    boolean outOfWait =
        state == State.BLOCKED
            && episode != null
            && episode.before() == State.WAIT_EXTERNAL_EVENT
            && episode.cause() instanceof Episode.Cause.RefusedEffect;
    boolean waits = state == State.WAIT_EXTERNAL_EVENT || outOfWait;
    assertThat(participant.waiting() != null).as("armed wait in " + state).isEqualTo(waits);
  }

  private static void handoffAlwaysEnds(World world) {
    Participant participant = world.participant();
    RunningWait wait = participant.waiting();
    if (wait == null || wait.suspended()) {
      return;
    }
    if (participant.handoff() != null) {
      assertThat(wait.armed().due()).as("the end of a handoff").isPresent();
    }
    if (wait.armed().due().isPresent()) {
      Timer timer = Objects.requireNonNull(wait.timer());
      assertThat(isArmed(world, TimerKind.WAIT, timer)).as("timer of the wait").isTrue();
    }
  }

  private static boolean isArmed(World world, TimerKind kind, Timer timer) {
    OperatorBlock block = world.participant().operatorBlock();
    Stream<OutboxEntry> waiting =
        Stream.concat(
            world.participant().outbox().entries().stream(),
            block == null ? Stream.empty() : block.held().stream());
    return Stream.concat(world.everArmed.stream(), waiting.map(OutboxEntry::effect))
        .anyMatch(effect ->
            effect instanceof Effect.ArmTimer arm
                && arm.kind() == kind
                && arm.round() == timer.round());
  }

  private static void headIsNeverStuck(World world) {
    Outbox outbox = world.participant().outbox();
    OutboxEntry head = outbox.head();
    if (head == null || head.isStarted()) {
      return;
    }
    Timer retry = outbox.retry();
    assertThat(retry).as("what lets the head go again: " + outbox).isNotNull();
    assertThat(isArmed(world, TimerKind.RETRY, Objects.requireNonNull(retry))).isTrue();
  }

  private static void itemIsBounded(Participant participant) {
    String body = ParticipantJson.toJson(participant).write();
    assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(Settlement.LARGEST_ITEM);
  }
}
