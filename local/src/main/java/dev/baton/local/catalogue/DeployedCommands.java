package dev.baton.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.core.command.CommandDefinition;
import dev.baton.local.template.TemplateYaml;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The definitions of the commands that a template deploys: of every function behind {@code POST
 * /commands/<name>}, the constant {@code DEFINITION} of the class named like its handler with
 * Definition for Handler.
 */
public final class DeployedCommands {
  private static final Pattern COMMAND_PATH = Pattern.compile("/commands/[a-z0-9-]+");

  private DeployedCommands() {}

  /** The definitions of the template with that text, by name. */
  public static List<CommandDefinition> of(String template) {
    return TemplateYaml.read(template).path("Resources").properties().stream()
        .map(resource -> resource.getValue().path("Properties"))
        .flatMap(DeployedCommands::commandOf)
        .sorted(Comparator.comparing(CommandDefinition::name))
        .toList();
  }

  private static Stream<CommandDefinition> commandOf(JsonNode function) {
    return StreamSupport.stream(function.path("Events").spliterator(), false)
        .map(event -> event.path("Properties").path("Path").asText())
        .filter(path -> COMMAND_PATH.matcher(path).matches())
        .map(path -> definition(function.path("Handler").asText(), path));
  }

  private static CommandDefinition definition(String handler, String path) {
    String name = handler.replaceAll("Handler$", "Definition");
    try {
      Field field = Class.forName(name).getDeclaredField("DEFINITION");
      field.setAccessible(true);
      CommandDefinition definition = (CommandDefinition) field.get(null);
      if (definition == null || !path.equals("/commands/" + definition.name())) {
        throw new IllegalStateException(name + " is not the definition of " + path + ".");
      }
      return definition;
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(
          path + " needs a constant DEFINITION in " + name + ".", missing);
    }
  }
}
