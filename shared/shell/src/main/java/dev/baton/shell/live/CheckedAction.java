package dev.baton.shell.live;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.FieldError;
import dev.baton.core.schema.Shape;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.InputCheck;
import dev.baton.shell.command.InvalidInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action whose input is checked like a command's. The members that name the session's resource,
 * such as {@code roomId}, may be left out; naming another resource is refused. An action of another
 * domain than the session's is unknown to it. Source: command specification, section 6.2.
 */
public final class CheckedAction implements SocketAction {
  private final String name;
  private final Shape input;
  private final InputCheck check;
  private final Step step;

  /** What follows when the input is right. */
  @FunctionalInterface
  public interface Step {
    /** Acts on an input that matches the action's shape. */
    Answer act(Arguments arguments, ActionCall call);
  }

  /**
   * An action.
   *
   * @param name its name, which begins with its domain
   * @param input the fields it takes
   * @param step what follows
   */
  public CheckedAction(String name, Shape input, Step step) {
    this.name = name;
    this.input = input;
    this.check = new InputCheck(name, input);
    this.step = step;
  }

  @Override
  public Answer act(ActionCall call) {
    SessionProfile profile = call.session().profile();
    if (!name.startsWith(profile.domain() + "-")) {
      return new Answer.Meaningless(unknown(profile.domain()));
    }
    JsonObject sent = call.frame().input();
    FieldError elsewhere = elsewhere(sent, profile.place());
    if (elsewhere != null) {
      return new Answer.Refused(InvalidInput.because(name, input, List.of(elsewhere)).error());
    }
    return switch (check.check(placed(sent, profile.place()))) {
      case InputCheck.Wrong wrong -> new Answer.Refused(wrong.refusal().error());
      case InputCheck.Right right -> step.act(right.arguments(), call);
    };
  }

  private @Nullable FieldError elsewhere(JsonObject sent, JsonObject place) {
    for (JsonObject.Member member : place.members()) {
      Json named = sent.get(member.name());
      if (named != null && !named.equals(member.value())) {
        return new FieldError(
            member.name(),
            "is not that of this connection's session",
            "invalid_value",
            member.value().write());
      }
    }
    return null;
  }

  private JsonObject placed(JsonObject sent, JsonObject place) {
    JsonObject.Builder placed = JsonObject.builder();
    for (JsonObject.Member member : place.members()) {
      if (input.field(member.name()) != null && !sent.has(member.name())) {
        placed.put(member.name(), member.value());
      }
    }
    sent.members().forEach(member -> placed.put(member.name(), member.value()));
    return placed.build();
  }

  private CommandError unknown(String domain) {
    return new CommandError(
        ErrorCodes.UNKNOWN_ACTION,
        "A session of " + domain + " has no action '" + name + "'.",
        "Send an action of the session's domain, or ping.",
        JsonObject.EMPTY);
  }
}
