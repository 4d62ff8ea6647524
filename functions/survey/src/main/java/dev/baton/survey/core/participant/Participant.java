package dev.baton.survey.core.participant;

import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person on one page, as the machine remembers them: the unit of consistency. Immutable.
 * Source: survey spec §1.1.
 *
 * @param pageId the page, 1 to 128 characters
 * @param userId the page-scoped id, 1 to 128 characters
 * @param owner the owner of the page
 * @param version counts writes; 0 while nothing was written
 * @param turn counts decisions with effects
 * @param position where they are
 * @param survey the survey they are in, or finished last
 * @param lastHandoff the handoff that ended last
 * @param outbox effects that are not done yet
 * @param episode trouble they are in or recover from
 * @param operatorBlock what unblocking restores
 * @param contact what is known of them whatever the survey
 */
public record Participant(
    String pageId,
    String userId,
    String owner,
    long version,
    long turn,
    Position position,
    @Nullable RunningSurvey survey,
    @Nullable LastHandoff lastHandoff,
    Outbox outbox,
    @Nullable Episode episode,
    @Nullable OperatorBlock operatorBlock,
    Contact contact) {

  /** Somebody who never wrote. */
  public static Participant stranger(String pageId, String userId, String owner) {
    return new Participant(
        pageId,
        userId,
        owner,
        0,
        0,
        Position.START,
        null,
        null,
        Outbox.EMPTY,
        null,
        null,
        Contact.NEW);
  }

  /** The state. */
  public State state() {
    return position.state();
  }

  /** The field the participant is at; null in START. */
  public @Nullable OpenQuestion question() {
    return position.question();
  }

  /** The armed wait, in WAIT_EXTERNAL_EVENT and in BLOCKED out of it. */
  public @Nullable RunningWait waiting() {
    return position.waiting();
  }

  /** The handoff that the wait belongs to. */
  public @Nullable OpenHandoff handoff() {
    return position.handoff();
  }

  /** What is wrong, in BLOCKED and ERROR. */
  public @Nullable ParticipantError error() {
    boolean shown = state() == State.BLOCKED || state() == State.ERROR;
    return shown && episode != null ? episode.error() : null;
  }

  /** Whether nothing is left to be sent. */
  public boolean settled() {
    return outbox.entries().isEmpty();
  }

  /** When the earliest timer is due; empty when none is set. */
  public OptionalLong timerDue() {
    Timer waiting = position.waiting() == null ? null : position.waiting().timer();
    return Stream.of(waiting, position.followUp(), outbox.retry())
        .filter(java.util.Objects::nonNull)
        .mapToLong(Timer::due)
        .min();
  }

  /** When the armed wait began; empty when none is armed. */
  public OptionalLong waitSince() {
    RunningWait wait = position.waiting();
    return wait == null ? OptionalLong.empty() : OptionalLong.of(wait.armed().armedAt());
  }

  /** The next write of this participant. */
  public Participant nextVersion() {
    return new Participant(
        pageId,
        userId,
        owner,
        version + 1,
        turn,
        position,
        survey,
        lastHandoff,
        outbox,
        episode,
        operatorBlock,
        contact);
  }

  /** In another turn, with another outbox. */
  public Participant with(long otherTurn, Outbox other) {
    return new Participant(
        pageId,
        userId,
        owner,
        version,
        otherTurn,
        position,
        survey,
        lastHandoff,
        other,
        episode,
        operatorBlock,
        contact);
  }

  /** With another outbox. */
  public Participant with(Outbox other) {
    return with(turn, other);
  }

  /** In another place. */
  public Participant at(Position other) {
    return new Participant(
        pageId,
        userId,
        owner,
        version,
        turn,
        other,
        survey,
        lastHandoff,
        outbox,
        episode,
        operatorBlock,
        contact);
  }

  /** In another survey. */
  public Participant in(@Nullable RunningSurvey other) {
    return new Participant(
        pageId,
        userId,
        owner,
        version,
        turn,
        position,
        other,
        lastHandoff,
        outbox,
        episode,
        operatorBlock,
        contact);
  }

  /** With another last handoff. */
  public Participant after(@Nullable LastHandoff other) {
    return new Participant(
        pageId,
        userId,
        owner,
        version,
        turn,
        position,
        survey,
        other,
        outbox,
        episode,
        operatorBlock,
        contact);
  }

  /** In other trouble, or in none. */
  public Participant withEpisode(@Nullable Episode other) {
    return new Participant(
        pageId,
        userId,
        owner,
        version,
        turn,
        position,
        survey,
        lastHandoff,
        outbox,
        other,
        operatorBlock,
        contact);
  }

  /** With another block by an operator, or with none. */
  public Participant withOperatorBlock(@Nullable OperatorBlock other) {
    return new Participant(
        pageId,
        userId,
        owner,
        version,
        turn,
        position,
        survey,
        lastHandoff,
        outbox,
        episode,
        other,
        contact);
  }

  /** With other knowledge of the person. */
  public Participant with(Contact other) {
    return new Participant(
        pageId,
        userId,
        owner,
        version,
        turn,
        position,
        survey,
        lastHandoff,
        outbox,
        episode,
        operatorBlock,
        other);
  }
}
