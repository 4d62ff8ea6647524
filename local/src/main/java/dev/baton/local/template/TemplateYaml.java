package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * CloudFormation YAML as a JSON tree: {@code !Ref x} becomes {@code {"Ref":"x"}}, {@code !Sub x}
 * becomes {@code {"Fn::Sub":"x"}} and so on. Dates and the truth values of YAML 1.1 stay texts, so
 * that {@code 2012-10-17} is no date and a key {@code On} is no truth value.
 */
public final class TemplateYaml {
  private TemplateYaml() {}

  /**
   * Reads a template.
   *
   * @throws TemplateException when the text is no YAML mapping
   */
  public static ObjectNode read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions dumping = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new Intrinsics(options),
            new Representer(dumping),
            dumping,
            options,
            new PlainScalars());
    JsonNode tree;
    try {
      tree = Jsons.tree(yaml.load(text));
    } catch (org.yaml.snakeyaml.error.YAMLException e) {
      throw new TemplateException("The template is not readable YAML: " + e.getMessage());
    }
    if (tree instanceof ObjectNode object) {
      return object;
    }
    throw new TemplateException("The template is not a YAML mapping.");
  }

  /** Makes intrinsic functions from local tags. */
  private static final class Intrinsics extends SafeConstructor {
    Intrinsics(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put("!", new Call());
    }

    private final class Call extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        String key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        return Map.of(key, argument(name, node));
      }

      private Object argument(String name, Node node) {
        return switch (node) {
          case ScalarNode scalar when name.equals("GetAtt") ->
              List.of(scalar.getValue().split("\\.", 2));
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> throw new TemplateException("Unreadable argument of !" + name);
        };
      }
    }
  }

  /** Knows only the scalars of the YAML 1.2 core schema. */
  private static final class PlainScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("^(?:true|false)$"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("^[-+]?(?:0|[1-9][0-9]*)$"), "-+0123456789");
      addImplicitResolver(
          Tag.FLOAT, Pattern.compile("^[-+]?[0-9]+\\.[0-9]+(?:[eE][-+]?[0-9]+)?$"), "-+0123456789");
      addImplicitResolver(Tag.NULL, Pattern.compile("^(?:~|null| )$"), "~n\0");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
      addImplicitResolver(Tag.MERGE, Pattern.compile("^(?:<<)$"), "<");
    }

    @Override
    @SuppressWarnings("NullAway") // SnakeYAML takes null for "any first character"
    public void addImplicitResolver(Tag tag, Pattern pattern, @Nullable String first) {
      super.addImplicitResolver(tag, pattern, first);
    }
  }
}
