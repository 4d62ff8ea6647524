package dev.baton.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.model.wire.RequestRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real API refuses is refused, with the place; what it takes is taken. */
final class StrictnessTest {
  private static final String CALL =
      "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"f\",\"input\":{}}";
  private static final String RESULT =
      "{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_1\",\"content\":\"1\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"role":"assistant","content":"Hi"}                                  | messages.0.role
          {"role":"user","content":""}                                         | messages.0.content
          {"role":"user","content":[]}                                         | messages.0.content
          {"role":"user","content":[{"type":"text","text":""}]}                | messages.0.content.0
          {"role":"user","content":[{"type":"text","text":" \\n"}]}            | messages.0.content.0
          {"role":"user","content":[{"type":"sound"}]}                         | messages.0.content.0.type
          {"role":"user","content":7}                                          | messages.0.content
          {"role":"user","content":"a"},{"role":"system","content":"b"}        | messages.1.role
          {"role":"user","content":"a"},{"role":"assistant","content":[CALL]}  | messages: these tool_use ids
          {"role":"user","content":"a"},{"role":"assistant","content":[CALL]},{"role":"user","content":"b"} | messages.2: these tool_use ids
          {"role":"user","content":"a"},{"role":"assistant","content":[CALL]},{"role":"assistant","content":"b"},{"role":"user","content":[RESULT]} | messages.2: these tool_use ids
          {"role":"user","content":"a"},{"role":"assistant","content":[CALL]},{"role":"user","content":[{"type":"text","text":"b"},RESULT]} | messages.2.content.1
          {"role":"user","content":"a"},{"role":"assistant","content":[CALL]},{"role":"user","content":[RESULT,RESULT]} | messages.2.content.1
          {"role":"user","content":"a"},{"role":"assistant","content":[CALL,CALL]},{"role":"user","content":[RESULT]} | messages.1.content.1.id
          {"role":"user","content":[RESULT]}                                   | messages.0.content.0
          {"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":[RESULT]} | messages.2.content.0
          {"role":"user","content":[CALL]}                                     | messages.0.content.0
          {"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"a b","input":{}}]} | messages.1.content.0.name
          {"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"a","input":"{}"}]} | messages.1.content.0.input
          {"role":"user","content":"a"},{"role":"assistant","content":[{"type":"thinking","thinking":"b"}]} | messages.1.content.0.signature
          {"role":"user","content":"a"},{"role":"assistant","content":[{"type":"thinking","thinking":"b","signature":""}]} | messages.1.content.0.signature
          {"role":"user","content":"a"},{"role":"assistant","content":"b "}    | messages.1
          """)
  void historiesThatTheRealApiRefuses(String messages, String place) {
    assertThat(violation(messages, "\"max_tokens\": 9")).startsWith(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "temperature": 1 | max_tokens
          "max_tokens": 0  | max_tokens
          "max_tokens": "9" | max_tokens
          "max_tokens": 9, "model": "" | model
          "max_tokens": 9, "tools": [{"name": "a.b", "input_schema": {"type": "object"}}] | tools.0.name
          "max_tokens": 9, "tools": [{"name": "", "input_schema": {"type": "object"}}] | tools.0.name
          "max_tokens": 9, "tools": [{"name": "a", "input_schema": {}}] | tools.0.input_schema
          "max_tokens": 9, "tools": [{"name": "a", "input_schema": {"type": "object"}}, {"name": "a", "input_schema": {"type": "object"}}] | tools.1.name
          "max_tokens": 9, "system": [{"type": "text", "text": ""}] | system.0
          "max_tokens": 2000, "thinking": {"type": "enabled", "budget_tokens": 1000} | thinking.budget_tokens
          "max_tokens": 1024, "thinking": {"type": "enabled", "budget_tokens": 1024} | thinking.budget_tokens
          """)
  void headsThatTheRealApiRefuses(String members, String place) {
    assertThat(violation("{\"role\":\"user\",\"content\":\"a\"}", members)).startsWith(place);
  }

  @Test
  void fiveCacheMarkersAreOneTooMany() {
    String marked = "{\"type\":\"text\",\"text\":\"a\",\"cache_control\":{\"type\":\"ephemeral\"}}";
    String four = marked + ("," + marked).repeat(3);

    assertThat(violation("{\"role\":\"user\",\"content\":[" + four + "]}", "\"max_tokens\": 9"))
        .isEmpty();
    assertThat(
            violation(
                "{\"role\":\"user\",\"content\":[" + four + "," + marked + "]}",
                "\"max_tokens\": 9"))
        .startsWith("cache_control");
  }

  @Test
  void aToolNameMayHave128CharactersAndNotMore() {
    String tool =
        "\"max_tokens\": 9, \"tools\": [{\"name\": \"%s\", \"input_schema\": {\"type\":"
            + " \"object\"}}]";
    String user = "{\"role\":\"user\",\"content\":\"a\"}";

    assertThat(violation(user, tool.formatted("a".repeat(128)))).isEmpty();
    assertThat(violation(user, tool.formatted("a".repeat(129)))).startsWith("tools.0.name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}",
        "{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}",
        "{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":[CALL]},"
            + "{\"role\":\"user\",\"content\":[RESULT,{\"type\":\"text\",\"text\":\"b\"}]}",
        "{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":["
            + "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"s\"},CALL]},"
            + "{\"role\":\"user\",\"content\":[RESULT]}"
      })
  void historiesThatTheRealApiTakes(String messages) {
    assertThat(violation(messages, "\"max_tokens\": 9")).isEmpty();
  }

  private static String violation(String messages, String members) {
    String model = members.contains("\"model\"") ? "" : "\"model\": \"m\", ";
    String body =
        "{"
            + model
            + members
            + ", \"messages\": ["
            + messages.replace("CALL", CALL).replace("RESULT", RESULT)
            + "]}";
    return RequestRules.violation(ModelWorld.object(body)).orElse("");
  }
}
