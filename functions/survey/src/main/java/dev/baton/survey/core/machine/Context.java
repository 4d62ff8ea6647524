package dev.baton.survey.core.machine;

/**
 * Everything a decision depends on beside the command and the participant.
 *
 * @param now own clock, milliseconds since 1970
 * @param ourAppId our app, decimal digits
 * @param settings the page's settings
 * @param loaded forms and marks
 */
public record Context(long now, String ourAppId, PageSettings settings, Loaded loaded) {

  /** The same with more loaded. */
  public Context with(Loaded more) {
    return new Context(now, ourAppId, settings, more);
  }
}
