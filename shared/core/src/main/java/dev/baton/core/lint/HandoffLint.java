package dev.baton.core.lint;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the commands of a domain that hands off must be together, so that a caller who knows one
 * domain knows all. Source: command specification, section 4.2.
 */
public final class HandoffLint {
  private static final Set<String> START = Set.of("connect", "start", "subscribe");
  private static final Set<String> STATUS = Set.of("status");
  private static final Set<String> END = Set.of("disconnect", "end", "unsubscribe");
  private static final Set<String> RECONNECT = Set.of("reconnect");
  private static final String SESSION_ID = "sessionId";

  private final Map<String, CommandDefinition> byName = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private HandoffLint() {}

  /** What is wrong with these commands; empty when nothing is. */
  public static List<Finding> of(List<CommandDefinition> commands) {
    HandoffLint lint = new HandoffLint();
    commands.forEach(command -> lint.byName.put(command.name(), command));
    commands.stream().filter(command -> command.handoff() != null).forEach(lint::fallback);
    commands.stream()
        .filter(command -> command.handoff() != null)
        .map(CommandDefinition::category)
        .distinct()
        .forEach(lint::family);
    return List.copyOf(lint.findings);
  }

  private void fallback(CommandDefinition command) {
    HandoffDefinition handoff = Objects.requireNonNull(command.handoff());
    CommandDefinition fallback = byName.get(handoff.fallbackCommand());
    if (fallback == null) {
      report(command, "H2", "its fallback " + handoff.fallbackCommand() + " does not exist");
      return;
    }
    need(fallback.category().equals(command.category()), command, "H2", "fallback elsewhere");
    need(fallback.handoff() == null, command, "H2", "its fallback hands off itself");
    need(!fallback.mutation(), command, "H2", "its fallback changes something");
    need(fallback.labels().agentFriendly(), command, "H2", "its fallback is not agent-friendly");
    need(
        fallback.exposure().covers(command.exposure()),
        command,
        "H2",
        "its fallback is not exposed wherever it is");
    need(!handoff.capabilities().isEmpty(), command, "H3", "it names no capabilities");
    need(
        command.output().equals(new FieldType.Nested(HandoffShape.SHAPE)),
        command,
        "H3",
        "its output is not the handoff result");
  }

  private void family(String category) {
    CommandDefinition start = member(category, START);
    CommandDefinition status = member(category, STATUS);
    CommandDefinition end = member(category, END);
    CommandDefinition reconnect = member(category, RECONNECT);
    if (start == null || status == null || end == null || reconnect == null) {
      findings.add(new Finding(category, "H1", "lacks one of start, status, end and reconnect"));
      return;
    }
    start(start, end, reconnect);
    for (CommandDefinition later : List.of(status, end, reconnect)) {
      Field session = later.input().field(SESSION_ID);
      need(session != null && session.required(), later, "H4", "it does not require sessionId");
      need(later.requires().contains(start.name()), later, "H4", "it does not require the start");
      declares(later, ErrorCodes.SESSION_NOT_FOUND);
    }
    need(!status.mutation(), status, "H5", "it changes something");
    need(end.mutation(), end, "H5", "it changes nothing");
    need(end.idempotent(), end, "H5", "it is not idempotent");
    need(!end.destructive(), end, "H5", "it is destructive");
    need(reconnect.mutation(), reconnect, "H5", "it changes nothing");
    declares(reconnect, ErrorCodes.SESSION_CLOSED);
    declares(reconnect, ErrorCodes.SESSION_EXPIRED);
    declares(reconnect, ErrorCodes.MAX_RECONNECTS);
  }

  private void start(CommandDefinition start, CommandDefinition end, CommandDefinition reconnect) {
    HandoffDefinition first = start.handoff();
    HandoffDefinition again = reconnect.handoff();
    need(first != null, start, "H3", "it does not hand off");
    need(again != null, reconnect, "H3", "it does not hand off");
    if (first != null && again != null) {
      boolean agree =
          first.protocol() == again.protocol()
              && first.capabilities().equals(again.capabilities())
              && first.fallbackCommand().equals(again.fallbackCommand());
      need(agree, reconnect, "H3", "protocol, capabilities or fallback differ from the start's");
    }
    need(start.input().field(SESSION_ID) == null, start, "H4", "it takes a sessionId");
    need(end.name().equals(start.undoCommand()), start, "H4", "its undoCommand is not the end");
    need(start.mutation(), start, "H5", "it changes nothing");
    boolean onlyOptional =
        reconnect.input().fields().stream()
            .allMatch(field -> field.name().equals(SESSION_ID) || !field.required());
    need(onlyOptional, reconnect, "H4", "its cursor is not optional");
  }

  private @Nullable CommandDefinition member(String category, Set<String> verbs) {
    return byName.values().stream()
        .filter(command -> command.category().equals(category))
        .filter(command -> verbs.contains(command.name().substring(category.length() + 1)))
        .findFirst()
        .orElse(null);
  }

  private void declares(CommandDefinition command, ErrorCode code) {
    need(command.declares(code), command, "H5", "it does not declare " + code.name());
  }

  private void need(boolean holds, CommandDefinition command, String rule, String message) {
    if (!holds) {
      report(command, rule, message);
    }
  }

  private void report(CommandDefinition command, String rule, String message) {
    findings.add(new Finding(command.name(), rule, message));
  }
}
