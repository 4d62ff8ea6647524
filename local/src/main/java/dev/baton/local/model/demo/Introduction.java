package dev.baton.local.model.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Says what the stand-in is and what can be asked of it. */
final class Introduction {
  private static final int MOST_TOOLS = 12;

  private Introduction() {}

  static String of(List<JsonNode> tools) {
    String who =
        "I am the stand-in for the model: no key of a real one is set, so I only follow simple"
            + " words. ";
    if (tools.isEmpty()) {
      return who + "No tools are offered to me. Write /say 50 and I talk, /think … and I think.";
    }
    String names =
        tools.stream()
            .limit(MOST_TOOLS)
            .map(tool -> "`" + tool.path("name").asText() + "`")
            .collect(Collectors.joining(", "));
    int more = tools.size() - MOST_TOOLS;
    return who
        + "I can call "
        + names
        + (more > 0 ? " and " + more + " more" : "")
        + ". Say what you want in the words of one of them, with values as key=value or in quotes,"
        + " or order it: /call "
        + tools.getFirst().path("name").asText()
        + " key=value";
  }
}
