package dev.baton.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.local.adapter.ServerInstance;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All functions of the stack by name. Those that are servers run from when they are made until this
 * is closed.
 */
public final class Functions implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Map<String, LocalFunction> byName;
  private final List<ServerInstance> servers;

  private Functions(Collection<LocalFunction> functions, List<ServerInstance> servers) {
    Map<String, LocalFunction> named = new HashMap<>();
    functions.forEach(function -> named.put(function.definition().name(), function));
    this.byName = Map.copyOf(named);
    this.servers = List.copyOf(servers);
  }

  /** These functions, made already. */
  public static Functions of(List<LocalFunction> functions) {
    return new Functions(functions, List.of());
  }

  /**
   * Makes all handlers and starts all servers, one after the other, each in the environment of its
   * own function.
   *
   * @param timeouts false to let functions run past their timeouts, for debugging
   * @throws dev.baton.local.template.TemplateException when one cannot be made
   */
  public static Functions create(
      List<FunctionDefinition> definitions, ProcessEnvironment environment, boolean timeouts) {
    return make(
        definitions,
        environment,
        timeouts,
        definition -> {
          environment.showOnly(definition);
          RequestStreamHandler handler = HandlerInvoker.make(definition);
          return new HandlerInvoker(definition, handler, timeouts);
        });
  }

  /**
   * The same functions, but every call meets a new instance of its handler. Servers are kept.
   *
   * @param timeouts false to let functions run past their timeouts, for debugging
   */
  public static Functions fresh(
      List<FunctionDefinition> definitions, ProcessEnvironment environment, boolean timeouts) {
    return make(
        definitions,
        environment,
        timeouts,
        definition ->
            new HandlerInvoker(definition, new FreshHandler(definition, environment), timeouts));
  }

  /**
   * The same functions, run in ways of the caller's. Servers are in this JVM nevertheless.
   *
   * @param invokers makes what runs a function that is no server
   */
  public static Functions isolated(
      List<FunctionDefinition> definitions,
      ProcessEnvironment environment,
      boolean timeouts,
      Function<FunctionDefinition, Invoker> invokers) {
    return make(definitions, environment, timeouts, invokers);
  }

  private static Functions make(
      List<FunctionDefinition> definitions,
      ProcessEnvironment environment,
      boolean timeouts,
      Function<FunctionDefinition, Invoker> maker) {
    List<LocalFunction> functions = new ArrayList<>();
    List<ServerInstance> servers = new ArrayList<>();
    try {
      for (FunctionDefinition definition : definitions) {
        Invoker invoker;
        if (definition.isServer()) {
          environment.showOnly(definition);
          ServerInstance server = ServerInstance.start(definition);
          servers.add(server);
          invoker = new HandlerInvoker(definition, server, timeouts);
        } else {
          invoker = maker.apply(definition);
        }
        functions.add(new LocalFunction(definition, invoker));
      }
    } catch (RuntimeException | Error fault) {
      servers.forEach(ServerInstance::close);
      throw fault;
    } finally {
      environment.close();
    }
    return new Functions(functions, servers);
  }

  /**
   * The function of a name, ARN or partial ARN, as it is called there: with a version or alias or
   * without. Null when there is no such function, or no such version or alias of it.
   */
  public @Nullable LocalFunction find(String nameOrArn) {
    String[] called = Names.function(nameOrArn).split(":", 2);
    LocalFunction function = byName.get(called[0]);
    return function == null ? null : function.qualified(called.length < 2 ? "" : called[1]);
  }

  /** The function of a name that the template is known to have, with or without its alias. */
  public LocalFunction get(String name) {
    LocalFunction function = find(name);
    if (function == null) {
      throw new IllegalArgumentException("There is no function " + name);
    }
    return function;
  }

  /** The functions that are servers. */
  public List<ServerInstance> servers() {
    return servers;
  }

  /**
   * Tells functions whose events are never tried again that the stack stops, and waits a moment for
   * what they still have to say: their work would be lost without a word.
   */
  public void interruptUnrepeatable() throws InterruptedException {
    for (LocalFunction function : byName.values()) {
      if (function.definition().async().maximumRetryAttempts() == 0) {
        function.interrupt(LAST_WORDS);
      }
    }
  }

  /** Drains all servers at once; a second call does nothing. */
  @Override
  public void close() {
    servers.parallelStream().forEach(ServerInstance::close);
  }
}
