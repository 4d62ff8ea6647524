package dev.baton.local.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Example;
import dev.baton.core.json.JsonObject;
import dev.baton.core.lint.HandoffLint;
import dev.baton.core.lint.SurfaceLint;
import dev.baton.core.schema.JsonSchemas;
import dev.baton.core.schema.ShapeCheck;
import dev.baton.testkit.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed catalogue, and the lint of everything in it. */
class CatalogueTest {
  private final Path root = root();
  private final List<CommandDefinition> commands;

  CatalogueTest() throws IOException {
    commands = DeployedCommands.of(Files.readString(root.resolve("template.yaml")));
  }

  @Test
  void committedCatalogueIsUpToDate() throws IOException {
    assertThat(Files.readString(root.resolve(CatalogueGenerator.RESOURCE)))
        .as("Run ./mvnw -q -Pcatalogue and review what changes for callers.")
        .isEqualTo(new Catalogue(commands).text());
  }

  @Test
  void surfaceLintFindsNothing() {
    assertThat(SurfaceLint.of(commands)).isEmpty();
  }

  @Test
  void handoffLintFindsNothing() {
    assertThat(HandoffLint.of(commands)).isEmpty();
  }

  @Test
  void examplesAreValidForParserAndSchemaAlike() {
    for (CommandDefinition command : commands) {
      Schema schema = Schema.of(JsonSchemas.input(command.input()));
      for (Example example : command.examples()) {
        assertThat(ShapeCheck.of(example.input(), command.input())).as(command.name()).isEmpty();
        assertThat(schema.problems(example.input())).as(command.name()).isEmpty();
      }
    }
  }

  @Test
  void schemasAreThemselvesValid() {
    Schema meta = Schema.ofSchemas();
    for (CommandDefinition command : commands) {
      assertThat(meta.problems(JsonSchemas.input(command.input()))).isEmpty();
      assertThat(meta.problems(JsonSchemas.output(command.output()))).isEmpty();
    }
  }

  @Test
  void itemsHaveTheKeysOfTheSpecificationInTheirOrder() {
    for (CommandDefinition command : commands) {
      assertThat(command.toJson().members())
          .extracting(JsonObject.Member::name)
          .startsWith(
              "name",
              "category",
              "version",
              "description",
              "tags",
              "mutation",
              "destructive",
              "executionTime")
          .endsWith("examples", "inputSchema", "outputSchema");
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    assertThat(folder).as("The folder of the checkout").isNotNull();
    return folder == null ? Path.of("") : folder;
  }
}
