package dev.baton.local;

import dev.baton.local.dynamodb.ApiKeySeed;
import dev.baton.local.dynamodb.Caller;
import dev.baton.local.dynamodb.DynamoTables;
import dev.baton.local.dynamodb.EmbeddedDynamo;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.Template;
import dev.baton.local.template.TemplateReader;
import dev.baton.local.template.TemplateSource;
import dev.baton.local.time.Timeline;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What has to be there before a function runs: the template with its parameters, its tables with
 * the first key, and values of its secrets.
 */
final class Provision {
  private final LocalStackSettings settings;
  private final Template template;

  private Provision(LocalStackSettings settings, Template template) {
    this.settings = settings;
    this.template = template;
  }

  /**
   * What the settings' template needs, with the AWS endpoint, the HTTP API and the Function URLs at
   * these addresses.
   */
  static Provision of(
      LocalStackSettings settings, String awsUrl, String apiUrl, UnaryOperator<String> urls) {
    String own = apiUrl + "," + apiUrl.replace("127.0.0.1", "localhost");
    Map<String, String> parameters =
        Map.of(
            "Stage",
            "local",
            "FacebookAppId",
            settings.facebook().appId(),
            "AllowedOrigins",
            settings.environment().getOrDefault("BATON_ALLOWED_ORIGINS", own));
    TemplateSource source =
        new TemplateSource(settings.template(), parameters, AwsPlace.LOCAL, awsUrl, apiUrl, urls);
    return new Provision(settings, TemplateReader.read(source));
  }

  Template template() {
    return template;
  }

  void createTables(EmbeddedDynamo dynamo, Timeline clock) {
    new DynamoTables(dynamo, Caller.LOCAL).create(template.tables());
    String keys = variable("SESSIONS_TABLE");
    if (keys != null) {
      new ApiKeySeed(dynamo, Caller.LOCAL).put(keys, settings.apiKeys(), clock);
    }
  }

  /** Values of secrets by name. */
  Map<String, String> secrets() {
    Map<String, String> values = new HashMap<>();
    template.secrets().forEach(name -> values.put(name, settings.facebook().secret()));
    String messenger = variable("MESSENGER_SECRET_ID");
    if (messenger != null && !messenger.startsWith("arn:")) {
      values.put(messenger, settings.facebook().secret());
    }
    String anthropic = variable("ANTHROPIC_SECRET_ID");
    if (anthropic != null) {
      values.put(anthropic, ModelSettings.of(settings.environment()).secret());
    }
    return values;
  }

  /** The value of a variable in the first function that has it, or null. */
  private @Nullable String variable(String name) {
    return template.functions().stream()
        .map(FunctionDefinition::environment)
        .map(environment -> environment.get(name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
