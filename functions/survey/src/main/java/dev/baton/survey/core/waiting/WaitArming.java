package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arms one wait for one participant. Used once. */
final class WaitArming {
  private final Values values;
  private final TimeRules rules;
  private final long armedAt;
  private final @Nullable Long guard;
  private final Missing missing = new Missing();
  private final LeafCounter leaves = new LeafCounter();
  private @Nullable String unreadable;

  WaitArming(Values values, TimeRules rules, long armedAt, @Nullable Long guard) {
    this.values = values;
    this.rules = rules;
    this.armedAt = armedAt;
    this.guard = guard;
  }

  Arming arm(Wait wait, long since) {
    ArmedNode tree = node(wait);
    if (unreadable != null) {
      return new Arming.Unreadable(unreadable);
    }
    return new Arming.Armed(new ArmedWait(bounded(tree), 0, since, armedAt), missing.count());
  }

  /** A tree that time alone never makes true gets the guard beside it. */
  private ArmedNode bounded(ArmedNode tree) {
    if (guard == null || tree.due(0) != Long.MAX_VALUE) {
      return tree;
    }
    ArmedNode timeout = new ArmedNode.Timeout(leaves.next(), armedAt + guard);
    return new ArmedNode.Combined(Wait.Operator.OR, List.of(tree, timeout));
  }

  private ArmedNode node(Wait wait) {
    return switch (wait) {
      case Wait.Timeout(TimeSetting time) -> new ArmedNode.Timeout(leaves.next(), deadline(time));
      case Wait.External(JsonTemplate pattern) ->
          new ArmedNode.External(leaves.next(), pattern.render(values, missing));
      case Wait.HandoffReturn(JsonTemplate targetAppId, JsonTemplate value) ->
          new ArmedNode.HandoffReturn(leaves.next(), id(targetAppId), pattern(value));
      case Wait.UserMessage message -> new ArmedNode.UserMessage(leaves.next());
      case Wait.Combined(Wait.Operator operator, List<Wait> parts) -> {
        List<ArmedNode> nodes = new ArrayList<>();
        parts.forEach(part -> nodes.add(node(part)));
        yield new ArmedNode.Combined(operator, nodes);
      }
    };
  }

  private long deadline(TimeSetting time) {
    return switch (time) {
      case TimeSetting.After(long milliseconds) -> armedAt + milliseconds;
      case TimeSetting.At(long instant) -> instant;
      case TimeSetting.Inserted(JsonTemplate template) ->
          inserted(template.render(values, missing));
    };
  }

  private long inserted(Json time) {
    TimeSetting setting = rules.read(time);
    if (setting != null) {
      return deadline(setting);
    }
    if (guard == null && unreadable == null) {
      unreadable = time instanceof JsonText(String text) ? text : time.write();
    }
    return guard == null ? armedAt : armedAt + guard;
  }

  private @Nullable Json pattern(@Nullable JsonTemplate value) {
    return value == null ? null : value.render(values, missing);
  }

  /** An id as decimal text; absent, null and empty are the same. */
  private @Nullable String id(@Nullable JsonTemplate template) {
    return switch (pattern(template)) {
      case JsonText(String text) -> text.isBlank() ? null : text.strip();
      case JsonNumber(String literal) -> literal;
      case null -> null;
      case Json other -> null;
    };
  }
}
