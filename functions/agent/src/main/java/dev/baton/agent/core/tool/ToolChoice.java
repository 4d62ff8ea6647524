package dev.baton.agent.core.tool;

import dev.baton.core.access.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The commands that an agent may call. Source: streaming specification, section 7.5.
 *
 * @param names their names, sorted
 * @param unknown the patterns that choose nothing, by their place in the request
 */
public record ToolChoice(List<String> names, List<Integer> unknown) {
  private static final Set<String> NEVER = Set.of("agent", "bootstrap", "key");

  /** A choice over copies. */
  public ToolChoice {
    names = List.copyOf(names);
    unknown = List.copyOf(unknown);
  }

  /**
   * Chooses among the commands that the caller sees.
   *
   * @param patterns what was asked for; null for the usual ones: those for agents that change
   *     nothing
   */
  public static ToolChoice of(@Nullable List<String> patterns, List<CatalogueTool> catalogue) {
    List<CatalogueTool> offered =
        catalogue.stream()
            .filter(tool -> tool.offered() && !NEVER.contains(tool.category()))
            .toList();
    return patterns == null ? usual(offered) : asked(patterns, offered);
  }

  private static ToolChoice usual(List<CatalogueTool> offered) {
    return new ToolChoice(
        offered.stream()
            .filter(tool -> tool.agentFriendly() && !tool.mutation())
            .map(CatalogueTool::name)
            .sorted()
            .toList(),
        List.of());
  }

  private static ToolChoice asked(List<String> patterns, List<CatalogueTool> offered) {
    Set<String> names = new TreeSet<>();
    List<Integer> unknown = new ArrayList<>();
    for (int place = 0; place < patterns.size(); place++) {
      Scopes pattern = new Scopes(List.of(patterns.get(place)));
      List<String> matching =
          offered.stream().map(CatalogueTool::name).filter(pattern::cover).toList();
      if (matching.isEmpty()) {
        unknown.add(place);
      }
      names.addAll(matching);
    }
    return new ToolChoice(List.copyOf(names), unknown);
  }
}
