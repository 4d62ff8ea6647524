package dev.baton.local.lambda;

import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All functions of the stack by name. */
public final class Functions {
  private final Map<String, LocalFunction> byName;

  private Functions(Map<String, LocalFunction> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** These functions, made already. */
  public static Functions of(List<LocalFunction> functions) {
    Map<String, LocalFunction> byName = new HashMap<>();
    functions.forEach(function -> byName.put(function.definition().name(), function));
    return new Functions(byName);
  }

  /**
   * Makes all handlers, one after the other, each in the environment of its own function.
   *
   * @param timeouts false to let functions run past their timeouts, for debugging
   * @throws dev.baton.local.template.TemplateException when one cannot be made
   */
  public static Functions create(
      List<FunctionDefinition> definitions, ProcessEnvironment environment, boolean timeouts) {
    List<LocalFunction> functions = new ArrayList<>();
    for (FunctionDefinition definition : definitions) {
      environment.showOnly(definition.environment());
      functions.add(LocalFunction.create(definition, timeouts));
    }
    environment.close();
    return of(functions);
  }

  /**
   * The same functions, but every call meets a new instance of its handler.
   *
   * @param timeouts false to let functions run past their timeouts, for debugging
   */
  public static Functions fresh(
      List<FunctionDefinition> definitions, ProcessEnvironment environment, boolean timeouts) {
    return of(
        definitions.stream()
            .map(definition ->
                new LocalFunction(definition, new FreshHandler(definition, environment), timeouts))
            .toList());
  }

  /** The function of a name, ARN or partial ARN, or null. */
  public @Nullable LocalFunction find(String nameOrArn) {
    return byName.get(Names.last(nameOrArn));
  }

  /** The function of a name that the template is known to have. */
  public LocalFunction get(String name) {
    LocalFunction function = find(name);
    if (function == null) {
      throw new IllegalArgumentException("There is no function " + name);
    }
    return function;
  }
}
