package dev.baton.survey.core.text;

import dev.baton.survey.core.values.Reference;

/**
 * One placeholder.
 *
 * @param reference the value it inserts
 * @param e164 whether a phone number is inserted as {@code +} and digits
 * @param encoded whether it stands in a URL, where the value is percent-encoded
 * @param source the placeholder as written, braces included
 */
public record Placeholder(Reference reference, boolean e164, boolean encoded, String source) {}
