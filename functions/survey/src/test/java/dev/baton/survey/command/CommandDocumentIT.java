package dev.baton.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.result.ErrorCode;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@code docs/commands.md} says of each command against its definition. */
@ExtendWith(DynamoDbLocal.class)
class CommandDocumentIT {
  private final CommandBench bench;

  CommandDocumentIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @ParameterizedTest
  @EnumSource(EveryCommandIT.Tried.class)
  void everyFieldAndErrorOfACommandIsDocumented(EveryCommandIT.Tried tried) throws IOException {
    CommandDefinition definition = tried.handler(bench.wiring()).definition();

    String section = section(definition.name());

    assertThat(definition.input().names())
        .allSatisfy(name -> assertThat(section).contains("`" + name + "`"));
    assertThat(definition.errors().stream().map(ErrorCode::name))
        .allSatisfy(code -> assertThat(section).contains("`" + code + "`"));
  }

  private static String section(String command) throws IOException {
    String document = Files.readString(Path.of("..", "..", "docs", "commands.md"));
    int start = document.indexOf("\n## " + command + "\n");
    assertThat(start).as("a section about " + command).isPositive();
    int end = document.indexOf("\n## ", start + 1);
    return document.substring(start, end < 0 ? document.length() : end);
  }
}
