package dev.baton.local.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.core.command.CommandDefinition;
import dev.baton.local.template.TemplateYaml;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
    return withHandlers(template).keySet().stream()
        .sorted(Comparator.comparing(CommandDefinition::name))
        .toList();
  }

  /** The definitions of the template with that text, each with the class name of its handler. */
  static Map<CommandDefinition, String> withHandlers(String template) {
    Map<CommandDefinition, String> handlers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> resource :
        TemplateYaml.read(template).path("Resources").properties()) {
      JsonNode function = resource.getValue().path("Properties");
      String handler = function.path("Handler").asText();
      for (JsonNode event : function.path("Events")) {
        String path = event.path("Properties").path("Path").asText();
        if (COMMAND_PATH.matcher(path).matches()) {
          handlers.put(definition(handler, path), handler);
        }
      }
    }
    return handlers;
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
