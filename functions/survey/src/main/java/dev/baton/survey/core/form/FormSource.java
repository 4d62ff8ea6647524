package dev.baton.survey.core.form;

import dev.baton.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an author imports. Source: survey spec §4.1.
 *
 * @param shortcode the form's name on its page
 * @param version the number of this import, from 1; 0 while it has none
 * @param form the Typeform form
 * @param messages the form's own sentences; null when they are in the form
 * @param options the import's options
 */
public record FormSource(
    String shortcode, int version, Json form, @Nullable Json messages, FormOptions options) {}
