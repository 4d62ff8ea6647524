package dev.baton.survey.store;

/**
 * One import of a form, without its source.
 *
 * @param shortcode the form's name on its page
 * @param version 1 for the first import, then counting up
 * @param title the form's title
 * @param hash SHA-256 of the source in lower-case hex
 * @param chunks rows that hold the source
 * @param importedAt milliseconds since 1970
 */
public record FormRow(
    String shortcode, int version, String title, String hash, int chunks, long importedAt) {}
