package dev.baton.survey.core.form;

import dev.baton.survey.core.text.Template;
import org.jspecify.annotations.Nullable;

/**
 * What a description sets beside the message of a request. Source: survey spec §3.1.
 *
 * @param messagingType in place of {@code RESPONSE}
 * @param tag the message tag
 */
public record SendParameters(@Nullable Template messagingType, @Nullable Template tag) {

  /** An ordinary response without a tag. */
  public static final SendParameters NONE = new SendParameters(null, null);
}
