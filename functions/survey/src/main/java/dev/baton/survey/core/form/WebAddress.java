package dev.baton.survey.core.form;

import dev.baton.survey.core.text.Template;
import java.util.List;

/**
 * Where a button leads. Source: survey spec §4.2.
 *
 * @param base the address, up to the parameters
 * @param parameters what follows the question mark, in order
 */
public record WebAddress(Template base, List<Parameter> parameters) {

  /** Keeps a copy of the parameters. */
  public WebAddress {
    parameters = List.copyOf(parameters);
  }

  /**
   * One parameter.
   *
   * @param name its name
   * @param value its value, not yet percent-encoded
   */
  public record Parameter(String name, Template value) {}
}
