package dev.baton.survey.command;

import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.config.Settings;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.survey.core.form.compile.FormCompiler;
import dev.baton.survey.core.form.lint.FormLinter;
import dev.baton.survey.forms.YamlDescriptions;
import dev.baton.survey.participants.DecisionLog;
import dev.baton.survey.participants.FormLibrary;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.DynamoTakenStore;
import dev.baton.survey.store.SurveysTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The parts that survey commands are made of. A setting is read when the part that needs it is
 * asked for, so that a function has no more settings than it uses; each command asks once, at
 * start.
 */
public final class CommandWiring {
  private final Settings settings;
  private final SurveysTable table;
  private final InstantSource clock;
  private final Log log;
  private final Metrics metrics;
  private final FormCompiler compiler = new FormCompiler(new YamlDescriptions());

  /** Parts over this table. */
  public CommandWiring(
      Settings settings, DynamoDbClient client, InstantSource clock, Log log, Metrics metrics) {
    this.settings = settings;
    this.table = new SurveysTable(client, settings.required("SURVEYS_TABLE"));
    this.clock = clock;
    this.log = log;
    this.metrics = metrics;
  }

  /** The parts as this process is configured. */
  public static CommandWiring ofProcess() {
    return new CommandWiring(
        Settings.ofProcess(),
        AwsClients.dynamoDb(),
        InstantSource.system(),
        Log.ofFunction(),
        Metrics.ofFunction());
  }

  /** The edge of a command. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition, Function<Arguments, I> typed, Command<I> command) {
    return new CommandEdge<>(definition, typed, command, clock, log);
  }

  /** The Surveys table, for stores. */
  public SurveysTable table() {
    return table;
  }

  /** The time. */
  public InstantSource clock() {
    return clock;
  }

  /** The log. */
  public Log log() {
    return log;
  }

  /** Pages as callers may see them. */
  public OwnedPages ownedPages() {
    return new OwnedPages(new DynamoPageStore(table));
  }

  /** Compiled forms. */
  public FormLibrary library() {
    return new FormLibrary(new DynamoFormStore(table), compiler);
  }

  /** The compiler and linter of imports. */
  public FormChecks checks() {
    return new FormChecks(
        new FormLinter(compiler), new DynamoFormStore(table), settings.required("FACEBOOK_APP_ID"));
  }

  /** Participants, to hand commands of the machine to. */
  public Participants participants() {
    return new Participants(
        new DynamoParticipantStore(table, clock),
        new DynamoTakenStore(table),
        library(),
        new DecisionLog(log, metrics),
        new Participants.Policy(
            settings.required("FACEBOOK_APP_ID"),
            settings.duration("ECHO_GRACE", Duration.ofSeconds(60))),
        clock);
  }
}
