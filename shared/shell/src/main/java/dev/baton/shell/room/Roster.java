package dev.baton.shell.room;

import dev.baton.core.frame.PresentParticipant;
import dev.baton.core.session.SessionEffect.PresenceChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who is in a resource at one moment. A participant is there while one of their sessions
 * is, is online while one of them is, and bears the name of the newest.
 *
 * @param members the sessions
 */
public record Roster(List<Member> members) {

  /** Keeps a copy. */
  public Roster {
    members = List.copyOf(members);
  }

  /** Those whom others see, by id. */
  public List<PresentParticipant> participants() {
    Map<String, Member> newest = new TreeMap<>();
    Map<String, Boolean> online = new TreeMap<>();
    members.stream()
        .filter(member -> !member.invisible())
        .sorted(Comparator.comparingLong(Member::since))
        .forEach(member -> {
          newest.put(member.participantId(), member);
          online.merge(member.participantId(), member.isOnline(), Boolean::logicalOr);
        });
    List<PresentParticipant> participants = new ArrayList<>();
    newest.forEach((id, member) ->
        participants.add(
            new PresentParticipant(
                id, member.name(), Boolean.TRUE.equals(online.get(id)) ? "online" : "away")));
    return participants;
  }

  /** How many participants are there, the invisible included. */
  public long size() {
    return members.stream().map(Member::participantId).distinct().count();
  }

  /** Whether the participant is there. */
  public boolean holds(String participantId) {
    return members.stream().anyMatch(member -> member.participantId().equals(participantId));
  }

  /** The members that pushes reach. */
  public List<Member> live() {
    return members.stream().filter(member -> member.live() && member.isOnline()).toList();
  }

  /**
   * What the others are to be told when a session of a participant changes; null for nothing. A
   * participant comes with the first session and leaves with the last, and is online while one is.
   * Of sessions that come at once the first one speaks.
   *
   * @param change how the session changed
   * @param at when, milliseconds since 1970
   */
  public @Nullable PresenceChange told(
      PresenceChange change, String participantId, String sessionId, long at) {
    List<Member> others =
        members.stream()
            .filter(member -> !member.invisible())
            .filter(member -> member.participantId().equals(participantId))
            .filter(member -> !member.sessionId().equals(sessionId))
            .toList();
    List<Member> earlier =
        others.stream().filter(other -> isEarlier(other, at, sessionId)).toList();
    return switch (change) {
      case JOINED -> earlier.isEmpty() ? PresenceChange.JOINED : back(earlier);
      case BACK -> back(earlier);
      case AWAY -> away(others);
      case LEFT -> others.isEmpty() ? PresenceChange.LEFT : away(others);
    };
  }

  private static boolean isEarlier(Member other, long at, String sessionId) {
    return other.movedAt() < at
        || other.movedAt() == at && other.sessionId().compareTo(sessionId) < 0;
  }

  private static @Nullable PresenceChange back(List<Member> others) {
    return others.stream().anyMatch(Member::isOnline) ? null : PresenceChange.BACK;
  }

  private static @Nullable PresenceChange away(List<Member> others) {
    return others.stream().anyMatch(Member::isOnline) ? null : PresenceChange.AWAY;
  }
}
