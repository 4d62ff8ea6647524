package dev.baton.shell.room;

import dev.baton.core.frame.PresentParticipant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /** Whether others see the participant by another of their sessions. */
  public boolean isSeenElsewhere(String participantId, String sessionId) {
    return others(participantId, sessionId).findAny().isPresent();
  }

  /** Whether others see the participant online by another of their sessions. */
  public boolean isOnlineElsewhere(String participantId, String sessionId) {
    return others(participantId, sessionId).anyMatch(Member::isOnline);
  }

  private Stream<Member> others(String participantId, String sessionId) {
    return members.stream()
        .filter(member -> !member.invisible())
        .filter(member -> member.participantId().equals(participantId))
        .filter(member -> !member.sessionId().equals(sessionId));
  }
}
