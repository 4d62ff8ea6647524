package dev.baton.key;

import dev.baton.core.command.CommandDefinition;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.EdgeParts;
import dev.baton.shell.command.Reissue;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.session.Sessions;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What the key functions are made of. The only place of this domain that reads settings or builds
 * clients.
 *
 * @param live the parts of all functions with sessions
 */
public record KeyWiring(LiveWiring live) {

  /** The wiring of this process. */
  public static KeyWiring ofProcess() {
    return new KeyWiring(LiveWiring.ofProcess());
  }

  /** The edge of a command. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition, Function<Arguments, I> typed, Command<I> command) {
    return CommandEdge.of(definition, typed, command, parts());
  }

  /** The edge of a command whose answer holds a secret. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Command<I> command,
      Reissue reissue) {
    return CommandEdge.reissuing(definition, typed, command, reissue, parts());
  }

  /** The keys. */
  public DynamoKeyStore keys() {
    return live.keys();
  }

  /** The sessions that were made with keys. */
  public Sessions sessions() {
    return live.sessions();
  }

  /** The time. */
  public InstantSource clock() {
    return live.surroundings().clock();
  }

  private EdgeParts parts() {
    Surroundings surroundings = live.surroundings();
    return EdgeParts.of(
        live.settings(),
        live.table().client(),
        surroundings.clock(),
        surroundings.log(),
        surroundings.metrics());
  }
}
