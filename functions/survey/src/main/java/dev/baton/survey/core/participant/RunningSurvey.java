package dev.baton.survey.core.participant;

import dev.baton.core.json.Json;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.List;
import java.util.Map;

/**
 * The survey a participant is in, or finished last. The maps are never changed. Source: survey spec
 * §1.1.
 *
 * @param shortcode the form
 * @param formVersion its version, to the end
 * @param parentShortcode the first form of a stitched chain
 * @param startedAt milliseconds since 1970
 * @param seed the participant's seed
 * @param answers last accepted answers of the refs that the form remembers
 * @param hidden hidden values by name, in order
 * @param variables variables by name
 * @param signalNames names of hidden values by the type of signal that set them
 */
public record RunningSurvey(
    String shortcode,
    int formVersion,
    String parentShortcode,
    long startedAt,
    long seed,
    Map<String, StoredAnswer> answers,
    Map<String, Json> hidden,
    Map<String, Json> variables,
    Map<String, List<String>> signalNames) {

  /** What logic and interpolation can see. */
  public Values values(String userId) {
    return new Values(userId, seed, hidden, answers, variables);
  }

  /** The survey with other answers. */
  public RunningSurvey withAnswers(Map<String, StoredAnswer> others) {
    return new RunningSurvey(
        shortcode,
        formVersion,
        parentShortcode,
        startedAt,
        seed,
        others,
        hidden,
        variables,
        signalNames);
  }

  /** The survey with other hidden values and other names set by signals. */
  public RunningSurvey withHidden(Map<String, Json> others, Map<String, List<String>> names) {
    return new RunningSurvey(
        shortcode,
        formVersion,
        parentShortcode,
        startedAt,
        seed,
        answers,
        others,
        variables,
        names);
  }

  /** The survey with other variables. */
  public RunningSurvey withVariables(Map<String, Json> others) {
    return new RunningSurvey(
        shortcode,
        formVersion,
        parentShortcode,
        startedAt,
        seed,
        answers,
        hidden,
        others,
        signalNames);
  }
}
